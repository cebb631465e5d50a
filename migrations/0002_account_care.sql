CREATE TABLE `incidents` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`kind` text NOT NULL,
	`conversation_id` text,
	`account_id` text,
	`at_ms` integer NOT NULL,
	`detail` text NOT NULL,
	`seen_at_ms` integer,
	`seen_by` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `incidents_by_time` ON `incidents` (`organisation_id`,at_ms desc,id desc);--> statement-breakpoint
CREATE TABLE `person_keys` (
	`organisation_id` text NOT NULL,
	`key` text NOT NULL,
	`conversation_id` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `key`, `conversation_id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `person_keys_by_conversation` ON `person_keys` (`organisation_id`,`conversation_id`);--> statement-breakpoint
CREATE TABLE `suppressions` (
	`organisation_id` text NOT NULL,
	`key` text NOT NULL,
	`conversation_id` text NOT NULL,
	`at_ms` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `key`, `conversation_id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `platform_accounts` ADD `quiet_poll_ms` integer DEFAULT 45000 NOT NULL;--> statement-breakpoint
ALTER TABLE `platform_accounts` ADD `visit_gap_ms` integer DEFAULT 3000 NOT NULL;--> statement-breakpoint
ALTER TABLE `platform_accounts` ADD `sends_per_hour_max` integer DEFAULT 60 NOT NULL;--> statement-breakpoint
ALTER TABLE `platform_accounts` ADD `breaker_code` text;--> statement-breakpoint
ALTER TABLE `platform_accounts` ADD `breaker_message` text;--> statement-breakpoint
ALTER TABLE `platform_accounts` ADD `breaker_until_ms` integer;--> statement-breakpoint
ALTER TABLE `platform_accounts` ADD `ingest_p50_ms` integer;--> statement-breakpoint
ALTER TABLE `platform_accounts` ADD `ingest_p95_ms` integer;--> statement-breakpoint
ALTER TABLE `platform_accounts` ADD `ingest_samples` integer DEFAULT 0 NOT NULL;