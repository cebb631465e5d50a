CREATE TABLE `assignments` (
	`organisation_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`user_id` text NOT NULL,
	`priority` integer DEFAULT 100 NOT NULL,
	`is_active` integer DEFAULT true NOT NULL,
	PRIMARY KEY(`organisation_id`, `unit_id`, `user_id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "assignments_priority" CHECK("assignments"."priority" between 1 and 1000)
);
--> statement-breakpoint
CREATE INDEX `assignments_by_agent` ON `assignments` (`organisation_id`,`user_id`);--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`conversation_id` text,
	`seq` integer,
	`at_ms` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`detail` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_entries_once` ON `audit_entries` (`conversation_id`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_entries_by_time` ON `audit_entries` (`organisation_id`,at_ms desc,id desc);--> statement-breakpoint
CREATE INDEX `audit_entries_by_conversation` ON `audit_entries` (`organisation_id`,`conversation_id`,at_ms desc,id desc);--> statement-breakpoint
CREATE TABLE `conversation_counters` (
	`organisation_id` text NOT NULL,
	`agent_id` text NOT NULL,
	`open` integer NOT NULL,
	`hand_offs` integer NOT NULL,
	`drafts` integer NOT NULL,
	`closed` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `agent_id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `conversations` (
	`organisation_id` text NOT NULL,
	`id` text NOT NULL,
	`account_id` text NOT NULL,
	`platform` text NOT NULL,
	`thread_id` text NOT NULL,
	`version` integer NOT NULL,
	`lead_name` text,
	`platform_listing_id` text,
	`listing_title` text,
	`unit_id` text,
	`agent_id` text,
	`workflow_state` text NOT NULL,
	`outcome` text,
	`owner_mode` text NOT NULL,
	`is_closed` integer NOT NULL,
	`has_hand_off` integer NOT NULL,
	`hand_off_code` text,
	`hand_off_sentence` text,
	`hand_off_opened_at_ms` integer,
	`hand_off_deadline_at_ms` integer,
	`draft_id` text,
	`sending` text NOT NULL,
	`has_duplicate` integer NOT NULL,
	`is_suppressed` integer NOT NULL,
	`last_from` text,
	`last_preview` text,
	`last_at_ms` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `conversations_board` ON `conversations` (`organisation_id`,has_hand_off desc,last_at_ms desc,id desc);--> statement-breakpoint
CREATE INDEX `conversations_by_state` ON `conversations` (`organisation_id`,`is_closed`,has_hand_off desc,last_at_ms desc,id desc);--> statement-breakpoint
CREATE INDEX `conversations_by_agent` ON `conversations` (`organisation_id`,`agent_id`,has_hand_off desc,last_at_ms desc,id desc);--> statement-breakpoint
CREATE INDEX `conversations_with_draft` ON `conversations` (`organisation_id`,has_hand_off desc,last_at_ms desc,id desc) WHERE draft_id is not null;--> statement-breakpoint
CREATE TABLE `dead_letters` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text,
	`job` text,
	`at_ms` integer NOT NULL,
	`replayed_at_ms` integer
);
--> statement-breakpoint
CREATE INDEX `dead_letters_by_time` ON `dead_letters` (`organisation_id`,at_ms desc,id desc);--> statement-breakpoint
CREATE TABLE `listings` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`account_id` text NOT NULL,
	`platform_listing_id` text NOT NULL,
	`title` text,
	`unit_id` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `platform_accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `listings_by_platform_id` ON `listings` (`account_id`,`platform_listing_id`);--> statement-breakpoint
CREATE INDEX `listings_by_organisation` ON `listings` (`organisation_id`,`unit_id`);--> statement-breakpoint
CREATE TABLE `organisation_settings` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`default_send_mode` text DEFAULT 'draft_only' NOT NULL,
	`is_kill_switch_on` integer DEFAULT false NOT NULL,
	`quiet_window_ms` integer DEFAULT 30000 NOT NULL,
	`approval_hold_ms` integer DEFAULT 5000 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `platform_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`platform` text NOT NULL,
	`label` text NOT NULL,
	`is_active` integer DEFAULT true NOT NULL,
	`send_mode` text,
	`integration_mode` text DEFAULT 'rpa' NOT NULL,
	`rollout_stage` text DEFAULT 'shadow' NOT NULL,
	`poll_interval_ms` integer DEFAULT 600000 NOT NULL,
	`credentials_ref` text NOT NULL,
	`login_state` text,
	`stopped_code` text,
	`stopped_message` text,
	`stopped_next` text,
	`stopped_at_ms` integer,
	`last_success_at_ms` integer,
	`last_error_code` text,
	`last_error_message` text,
	`last_error_at_ms` integer,
	`next_poll_at_ms` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `platform_accounts_by_organisation` ON `platform_accounts` (`organisation_id`,`label`);--> statement-breakpoint
CREATE TABLE `unit_facts` (
	`organisation_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`valid_until_ms` integer,
	PRIMARY KEY(`organisation_id`, `unit_id`, `name`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `units` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`label` text NOT NULL,
	`zone` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `units_by_organisation` ON `units` (`organisation_id`,`label`);--> statement-breakpoint
CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `account_by_user` ON `account` (`user_id`);--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`email` text NOT NULL,
	`role` text,
	`status` text DEFAULT 'pending' NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`inviter_id` text NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`inviter_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `invitation_by_organisation` ON `invitation` (`organization_id`);--> statement-breakpoint
CREATE INDEX `invitation_by_email` ON `invitation` (`email`);--> statement-breakpoint
CREATE TABLE `member` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text DEFAULT 'agent' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `member_by_organisation` ON `member` (`organization_id`,`user_id`);--> statement-breakpoint
CREATE INDEX `member_by_user` ON `member` (`user_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `organization` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`slug` text NOT NULL,
	`logo` text,
	`created_at` integer NOT NULL,
	`metadata` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organization_slug_unique` ON `organization` (`slug`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`expires_at` integer NOT NULL,
	`token` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`user_id` text NOT NULL,
	`active_organization_id` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);--> statement-breakpoint
CREATE INDEX `session_by_user` ON `session` (`user_id`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verification_by_identifier` ON `verification` (`identifier`);