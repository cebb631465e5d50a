ALTER TABLE `conversations` ADD `hand_off_risk` text;--> statement-breakpoint
ALTER TABLE `conversations` ADD `hand_off_summary` text;--> statement-breakpoint
ALTER TABLE `organisation_settings` ADD `business_hours` text;