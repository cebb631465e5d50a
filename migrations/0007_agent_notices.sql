CREATE TABLE `agent_notices` (
	`organisation_id` text NOT NULL,
	`showing_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`agent_id` text NOT NULL,
	`method` text NOT NULL,
	`start_ms` integer NOT NULL,
	`end_ms` integer NOT NULL,
	`tries` integer NOT NULL,
	`next_try_at_ms` integer NOT NULL,
	`sent_at_ms` integer,
	PRIMARY KEY(`organisation_id`, `showing_id`, `sequence`, `agent_id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
DROP INDEX `showings_by_change`;--> statement-breakpoint
CREATE INDEX `showings_by_change` ON `showings` (`updated_at_ms`) WHERE held_until_ms is null;--> statement-breakpoint
ALTER TABLE `agent_profiles` ADD `is_mailed` integer DEFAULT true NOT NULL;