ALTER TABLE `follow_ups` ADD `writer` text DEFAULT 'assistant' NOT NULL;--> statement-breakpoint
ALTER TABLE `follow_ups` ADD `left_to_person` text;