-- Every account keeps the pace it had.
UPDATE `platform_accounts` SET `quiet_poll_ms` = `poll_interval_ms`;--> statement-breakpoint
ALTER TABLE `platform_accounts` DROP COLUMN `poll_interval_ms`;
