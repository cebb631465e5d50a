CREATE TABLE `agent_overrides` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`user_id` text NOT NULL,
	`date` text NOT NULL,
	`is_available` integer NOT NULL,
	`from_minute` integer,
	`to_minute` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "agent_overrides_minutes" CHECK(("agent_overrides"."is_available" = 0 and "agent_overrides"."from_minute" is null and "agent_overrides"."to_minute" is null) or ("agent_overrides"."is_available" = 1 and "agent_overrides"."from_minute" is not null and "agent_overrides"."to_minute" is not null and 0 <= "agent_overrides"."from_minute" and "agent_overrides"."from_minute" < "agent_overrides"."to_minute" and "agent_overrides"."to_minute" <= 1440))
);
--> statement-breakpoint
CREATE INDEX `agent_overrides_by_agent` ON `agent_overrides` (`organisation_id`,`user_id`,`date`);--> statement-breakpoint
CREATE TABLE `agent_profiles` (
	`organisation_id` text NOT NULL,
	`user_id` text NOT NULL,
	`zone` text NOT NULL,
	`buffer_minutes` integer DEFAULT 15 NOT NULL,
	`max_per_day` integer,
	PRIMARY KEY(`organisation_id`, `user_id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "agent_profiles_buffer" CHECK("agent_profiles"."buffer_minutes" between 0 and 1440),
	CONSTRAINT "agent_profiles_max_per_day" CHECK("agent_profiles"."max_per_day" is null or "agent_profiles"."max_per_day" >= 0)
);
--> statement-breakpoint
CREATE TABLE `agent_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`user_id` text NOT NULL,
	`weekday` integer NOT NULL,
	`from_minute` integer NOT NULL,
	`to_minute` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "agent_rules_weekday" CHECK("agent_rules"."weekday" between 1 and 7),
	CONSTRAINT "agent_rules_minutes" CHECK(0 <= "agent_rules"."from_minute" and "agent_rules"."from_minute" < "agent_rules"."to_minute" and "agent_rules"."to_minute" <= 1440)
);
--> statement-breakpoint
CREATE INDEX `agent_rules_by_agent` ON `agent_rules` (`organisation_id`,`user_id`,`weekday`,`from_minute`);--> statement-breakpoint
CREATE TABLE `calendar_feeds` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`user_id` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`revoked_at_ms` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `calendar_feeds_by_agent` ON `calendar_feeds` (`organisation_id`,`user_id`,`created_at_ms`);--> statement-breakpoint
CREATE TABLE `follow_ups` (
	`organisation_id` text NOT NULL,
	`id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`stage` text NOT NULL,
	`episode` text NOT NULL,
	`due_at_ms` integer NOT NULL,
	`owner_id` text,
	`status` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `follow_ups_by_owner` ON `follow_ups` (`organisation_id`,`owner_id`,`status`,`due_at_ms`);--> statement-breakpoint
CREATE INDEX `follow_ups_by_conversation` ON `follow_ups` (`organisation_id`,`conversation_id`);--> statement-breakpoint
CREATE TABLE `showing_moves` (
	`organisation_id` text NOT NULL,
	`idempotency_key` text NOT NULL,
	`showing_id` text NOT NULL,
	`idempotency_content` text NOT NULL,
	`from_agent_id` text NOT NULL,
	`from_start_ms` integer NOT NULL,
	`from_end_ms` integer NOT NULL,
	`at_ms` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `idempotency_key`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `showing_moves_by_showing` ON `showing_moves` (`organisation_id`,`showing_id`,`at_ms`);--> statement-breakpoint
CREATE TABLE `showings` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`conversation_id` text,
	`unit_id` text NOT NULL,
	`agent_id` text NOT NULL,
	`start_ms` integer NOT NULL,
	`end_ms` integer NOT NULL,
	`status` text NOT NULL,
	`held_until_ms` integer,
	`group_size` integer NOT NULL,
	`buffer_minutes` integer DEFAULT 0 NOT NULL,
	`max_per_day` integer,
	`agent_day` text NOT NULL,
	`lead_name` text,
	`idempotency_key` text NOT NULL,
	`idempotency_content` text DEFAULT '' NOT NULL,
	`sequence` integer DEFAULT 0 NOT NULL,
	`lead_confirmed_at_ms` integer,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "showings_length" CHECK("showings"."end_ms" - "showings"."start_ms" between 60000 and 86400000),
	CONSTRAINT "showings_hold" CHECK("showings"."held_until_ms" is null or "showings"."status" = 'pending'),
	CONSTRAINT "showings_group_size" CHECK("showings"."group_size" >= 1),
	CONSTRAINT "showings_buffer" CHECK("showings"."buffer_minutes" between 0 and 1440),
	CONSTRAINT "showings_status" CHECK("showings"."status" in ('pending', 'confirmed', 'reschedule_requested', 'cancelled', 'completed', 'no_show'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `showings_once` ON `showings` (`organisation_id`,`idempotency_key`);--> statement-breakpoint
CREATE INDEX `showings_by_time` ON `showings` (`organisation_id`,`start_ms`,`id`);--> statement-breakpoint
CREATE INDEX `showings_by_agent` ON `showings` (`organisation_id`,`agent_id`,`start_ms`,`id`);--> statement-breakpoint
CREATE INDEX `showings_by_unit` ON `showings` (`organisation_id`,`unit_id`,`start_ms`,`id`);--> statement-breakpoint
CREATE INDEX `showings_by_conversation` ON `showings` (`organisation_id`,`conversation_id`,`start_ms`);--> statement-breakpoint
CREATE INDEX `showings_held` ON `showings` (`organisation_id`,`held_until_ms`) WHERE held_until_ms is not null;--> statement-breakpoint
CREATE TABLE `unit_windows` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`start_ms` integer NOT NULL,
	`end_ms` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "unit_windows_order" CHECK("unit_windows"."start_ms" < "unit_windows"."end_ms")
);
--> statement-breakpoint
CREATE INDEX `unit_windows_by_unit` ON `unit_windows` (`organisation_id`,`unit_id`,`end_ms`);--> statement-breakpoint
ALTER TABLE `organisation_settings` ADD `slot_minutes` integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation_settings` ADD `slot_step_minutes` integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation_settings` ADD `min_notice_minutes` integer DEFAULT 120 NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation_settings` ADD `horizon_days` integer DEFAULT 14 NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation_settings` ADD `offer_hold_minutes` integer DEFAULT 120 NOT NULL;--> statement-breakpoint
ALTER TABLE `units` ADD `group_size` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `units` ADD `is_window_bound` integer DEFAULT false NOT NULL;--> statement-breakpoint
-- An agent is in one place at a time, whoever writes. drizzle-kit knows no triggers, so these are written by hand.
-- A row blocks its agent's time by its status, a hold only until it runs out (measured at NEW.updated_at_ms).
-- Looked at in this order: another place with the way to it, the group, the day. One day back finds whatever overlaps,
-- because no showing is longer (showings_length); the starts of one local day lie within two days.
CREATE TRIGGER `showings_place_on_insert` BEFORE INSERT ON `showings`
WHEN NEW.status IN ('pending', 'confirmed', 'reschedule_requested')
  AND (NEW.held_until_ms IS NULL OR NEW.held_until_ms > NEW.updated_at_ms)
BEGIN
  SELECT RAISE(ABORT, 'SHOWING_OVERLAP') WHERE EXISTS (
    SELECT 1 FROM showings o
    WHERE o.organisation_id = NEW.organisation_id AND o.agent_id = NEW.agent_id AND o.id <> NEW.id
      AND o.start_ms > NEW.start_ms - NEW.buffer_minutes * 60000 - 86400000
      AND o.start_ms < NEW.end_ms + NEW.buffer_minutes * 60000
      AND o.status IN ('pending', 'confirmed', 'reschedule_requested')
      AND (o.held_until_ms IS NULL OR o.held_until_ms > NEW.updated_at_ms)
      AND (
        (o.unit_id <> NEW.unit_id AND o.end_ms > NEW.start_ms - NEW.buffer_minutes * 60000)
        OR (
          o.unit_id = NEW.unit_id AND o.start_ms < NEW.end_ms AND o.end_ms > NEW.start_ms
          AND (o.start_ms <> NEW.start_ms OR o.end_ms <> NEW.end_ms)
        )
      )
  );
  SELECT RAISE(ABORT, 'SHOWING_FULL') WHERE NEW.group_size <= (
    SELECT count(*) FROM showings o
    WHERE o.organisation_id = NEW.organisation_id AND o.agent_id = NEW.agent_id AND o.id <> NEW.id
      AND o.unit_id = NEW.unit_id AND o.start_ms = NEW.start_ms AND o.end_ms = NEW.end_ms
      AND o.status IN ('pending', 'confirmed', 'reschedule_requested')
      AND (o.held_until_ms IS NULL OR o.held_until_ms > NEW.updated_at_ms)
  );
  SELECT RAISE(ABORT, 'SHOWING_DAY_FULL') WHERE NEW.max_per_day <= (
    SELECT count(DISTINCT o.start_ms) FROM showings o
    WHERE o.organisation_id = NEW.organisation_id AND o.agent_id = NEW.agent_id AND o.id <> NEW.id
      AND o.start_ms BETWEEN NEW.start_ms - 172800000 AND NEW.start_ms + 172800000
      AND o.agent_day = NEW.agent_day
      AND o.status IN ('pending', 'confirmed', 'reschedule_requested')
      AND (o.held_until_ms IS NULL OR o.held_until_ms > NEW.updated_at_ms)
  ) AND NOT EXISTS (
    SELECT 1 FROM showings o
    WHERE o.organisation_id = NEW.organisation_id AND o.agent_id = NEW.agent_id AND o.id <> NEW.id
      AND o.start_ms = NEW.start_ms
      AND o.status IN ('pending', 'confirmed', 'reschedule_requested')
      AND (o.held_until_ms IS NULL OR o.held_until_ms > NEW.updated_at_ms)
  );
END;
--> statement-breakpoint
-- Whoever has the place for good keeps it, whatever group size, way or maximum came into force since. A hold that becomes
-- a showing is looked at again: the clock of whoever wrote in between may have been ahead.
CREATE TRIGGER `showings_place_on_update` BEFORE UPDATE ON `showings`
WHEN NEW.status IN ('pending', 'confirmed', 'reschedule_requested')
  AND (NEW.held_until_ms IS NULL OR NEW.held_until_ms > NEW.updated_at_ms)
  AND NOT (
    OLD.status IN ('pending', 'confirmed', 'reschedule_requested') AND OLD.held_until_ms IS NULL
    AND OLD.organisation_id = NEW.organisation_id AND OLD.agent_id = NEW.agent_id AND OLD.unit_id = NEW.unit_id
    AND OLD.start_ms = NEW.start_ms AND OLD.end_ms = NEW.end_ms
  )
BEGIN
  SELECT RAISE(ABORT, 'SHOWING_OVERLAP') WHERE EXISTS (
    SELECT 1 FROM showings o
    WHERE o.organisation_id = NEW.organisation_id AND o.agent_id = NEW.agent_id AND o.id <> NEW.id
      AND o.start_ms > NEW.start_ms - NEW.buffer_minutes * 60000 - 86400000
      AND o.start_ms < NEW.end_ms + NEW.buffer_minutes * 60000
      AND o.status IN ('pending', 'confirmed', 'reschedule_requested')
      AND (o.held_until_ms IS NULL OR o.held_until_ms > NEW.updated_at_ms)
      AND (
        (o.unit_id <> NEW.unit_id AND o.end_ms > NEW.start_ms - NEW.buffer_minutes * 60000)
        OR (
          o.unit_id = NEW.unit_id AND o.start_ms < NEW.end_ms AND o.end_ms > NEW.start_ms
          AND (o.start_ms <> NEW.start_ms OR o.end_ms <> NEW.end_ms)
        )
      )
  );
  SELECT RAISE(ABORT, 'SHOWING_FULL') WHERE NEW.group_size <= (
    SELECT count(*) FROM showings o
    WHERE o.organisation_id = NEW.organisation_id AND o.agent_id = NEW.agent_id AND o.id <> NEW.id
      AND o.unit_id = NEW.unit_id AND o.start_ms = NEW.start_ms AND o.end_ms = NEW.end_ms
      AND o.status IN ('pending', 'confirmed', 'reschedule_requested')
      AND (o.held_until_ms IS NULL OR o.held_until_ms > NEW.updated_at_ms)
  );
  SELECT RAISE(ABORT, 'SHOWING_DAY_FULL') WHERE NEW.max_per_day <= (
    SELECT count(DISTINCT o.start_ms) FROM showings o
    WHERE o.organisation_id = NEW.organisation_id AND o.agent_id = NEW.agent_id AND o.id <> NEW.id
      AND o.start_ms BETWEEN NEW.start_ms - 172800000 AND NEW.start_ms + 172800000
      AND o.agent_day = NEW.agent_day
      AND o.status IN ('pending', 'confirmed', 'reschedule_requested')
      AND (o.held_until_ms IS NULL OR o.held_until_ms > NEW.updated_at_ms)
  ) AND NOT EXISTS (
    SELECT 1 FROM showings o
    WHERE o.organisation_id = NEW.organisation_id AND o.agent_id = NEW.agent_id AND o.id <> NEW.id
      AND o.start_ms = NEW.start_ms
      AND o.status IN ('pending', 'confirmed', 'reschedule_requested')
      AND (o.held_until_ms IS NULL OR o.held_until_ms > NEW.updated_at_ms)
  );
END;
--> statement-breakpoint
-- R11, as mayBecome of objects/domain/showing has it. A showing that is over does not move either.
CREATE TRIGGER `showings_status_on_update` BEFORE UPDATE ON `showings`
WHEN NEW.status <> OLD.status OR OLD.status IN ('cancelled', 'completed', 'no_show')
BEGIN
  SELECT RAISE(ABORT, 'SHOWING_FINAL') WHERE OLD.status IN ('cancelled', 'completed', 'no_show') AND (
    NEW.status <> OLD.status OR NEW.agent_id <> OLD.agent_id OR NEW.unit_id <> OLD.unit_id
    OR NEW.start_ms <> OLD.start_ms OR NEW.end_ms <> OLD.end_ms
  );
  SELECT RAISE(ABORT, 'SHOWING_TRANSITION') WHERE NEW.status <> OLD.status AND (OLD.status, NEW.status) NOT IN (VALUES
    ('pending', 'confirmed'), ('pending', 'reschedule_requested'), ('pending', 'cancelled'), ('pending', 'no_show'),
    ('confirmed', 'reschedule_requested'), ('confirmed', 'cancelled'), ('confirmed', 'completed'), ('confirmed', 'no_show'),
    ('reschedule_requested', 'pending'), ('reschedule_requested', 'confirmed'),
    ('reschedule_requested', 'cancelled'), ('reschedule_requested', 'no_show')
  );
END;
