CREATE TABLE `lead_mails` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`account_id` text NOT NULL,
	`platform` text NOT NULL,
	`kind` text NOT NULL,
	`received_at_ms` integer NOT NULL,
	`fields` text NOT NULL,
	`reply_to` text,
	`thread_key` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `platform_accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `lead_mails_by_account` ON `lead_mails` (`organisation_id`,`account_id`,received_at_ms desc);--> statement-breakpoint
ALTER TABLE `platform_accounts` ADD `mail_alias` text;--> statement-breakpoint
CREATE UNIQUE INDEX `platform_accounts_by_mail_alias` ON `platform_accounts` (`mail_alias`);