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
