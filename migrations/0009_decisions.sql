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
CREATE INDEX `decision_outcomes_wrong` ON `decision_outcomes` (`organisation_id`,at_ms desc) WHERE would_have_gone_wrong = 1;