CREATE TABLE `knowledge_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`unit_id` text,
	`question` text NOT NULL,
	`answer` text NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`valid_until_ms` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `knowledge_entries_by_unit` ON `knowledge_entries` (`organisation_id`,`unit_id`);--> statement-breakpoint
CREATE TABLE `reply_templates` (
	`organisation_id` text NOT NULL,
	`kind` text NOT NULL,
	`language` text NOT NULL,
	`text` text NOT NULL,
	`updated_at_ms` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `kind`, `language`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `model_fallbacks` (
	`organisation_id` text NOT NULL,
	`day` text NOT NULL,
	`code` text NOT NULL,
	`times` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `day`, `code`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `model_usage` (
	`organisation_id` text NOT NULL,
	`day` text NOT NULL,
	`calls` integer NOT NULL,
	`tokens_in` integer NOT NULL,
	`tokens_out` integer NOT NULL,
	`reserved` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `day`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `organisation_model_settings` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`provider` text,
	`model` text NOT NULL,
	`base_url` text,
	`credentials_ref` text,
	`may_word_replies` integer DEFAULT false NOT NULL,
	`tokens_per_day` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`updated_by` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `decision_outcomes` (
	`organisation_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`decision_id` text NOT NULL,
	`version` integer NOT NULL,
	`at_ms` integer NOT NULL,
	`platform` text NOT NULL,
	`account_id` text NOT NULL,
	`intent` text NOT NULL,
	`intents` text NOT NULL,
	`next_action` text NOT NULL,
	`reason` text NOT NULL,
	`confidence` real NOT NULL,
	`risk` text NOT NULL,
	`provider` text NOT NULL,
	`send_mode` text NOT NULL,
	`rollout_stage` text,
	`verdict` text NOT NULL,
	`distance_percent` integer,
	`is_proposed` integer NOT NULL,
	`is_judged` integer NOT NULL,
	`would_have_gone_wrong` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `conversation_id`, `decision_id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `decision_outcomes_by_time` ON `decision_outcomes` (`organisation_id`,at_ms desc);--> statement-breakpoint
CREATE INDEX `decision_outcomes_by_account` ON `decision_outcomes` (`organisation_id`,`account_id`,at_ms desc);--> statement-breakpoint
CREATE INDEX `decision_outcomes_wrong` ON `decision_outcomes` (`organisation_id`,at_ms desc) WHERE would_have_gone_wrong = 1;--> statement-breakpoint
ALTER TABLE `conversations` ADD `hand_off_risk` text;--> statement-breakpoint
ALTER TABLE `conversations` ADD `hand_off_summary` text;--> statement-breakpoint
ALTER TABLE `organisation_settings` ADD `business_hours` text;--> statement-breakpoint
ALTER TABLE `follow_ups` ADD `writer` text DEFAULT 'assistant' NOT NULL;--> statement-breakpoint
ALTER TABLE `follow_ups` ADD `left_to_person` text;