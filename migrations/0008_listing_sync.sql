ALTER TABLE `listings` ADD `state` text;--> statement-breakpoint
ALTER TABLE `listings` ADD `seen_at_ms` integer;--> statement-breakpoint
ALTER TABLE `listings` ADD `prices` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `platform_accounts` ADD `listings_due_at_ms` integer;--> statement-breakpoint
ALTER TABLE `platform_accounts` ADD `listings_synced_at_ms` integer;--> statement-breakpoint
ALTER TABLE `platform_accounts` ADD `listings_fault_code` text;--> statement-breakpoint
ALTER TABLE `platform_accounts` ADD `listings_fault_message` text;