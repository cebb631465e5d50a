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
