CREATE TABLE `showing_wishes` (
	`organisation_id` text NOT NULL,
	`idempotency_key` text NOT NULL,
	`refusal` text,
	`at_ms` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `idempotency_key`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
-- A wish is answered once (H18), however many carry it out at the same time. drizzle-kit knows no triggers.
-- What was refused is not taken after all.
CREATE TRIGGER `showings_wish_refused` BEFORE INSERT ON `showings`
WHEN EXISTS (
  SELECT 1 FROM showing_wishes w
  WHERE w.organisation_id = NEW.organisation_id AND w.idempotency_key = NEW.idempotency_key AND w.refusal IS NOT NULL
)
BEGIN
  SELECT RAISE(ABORT, 'WISH_REFUSED');
END;--> statement-breakpoint
CREATE TRIGGER `showing_moves_wish_refused` BEFORE INSERT ON `showing_moves`
WHEN EXISTS (
  SELECT 1 FROM showing_wishes w
  WHERE w.organisation_id = NEW.organisation_id AND w.idempotency_key = NEW.idempotency_key AND w.refusal IS NOT NULL
)
BEGIN
  SELECT RAISE(ABORT, 'WISH_REFUSED');
END;--> statement-breakpoint
-- What was carried out is not refused afterwards.
CREATE TRIGGER `showing_wishes_carried_out` BEFORE INSERT ON `showing_wishes`
WHEN NEW.refusal IS NOT NULL AND (
  EXISTS (
    SELECT 1 FROM showings s
    WHERE s.organisation_id = NEW.organisation_id AND s.idempotency_key = NEW.idempotency_key AND s.held_until_ms IS NULL
  )
  OR EXISTS (
    SELECT 1 FROM showing_moves m
    WHERE m.organisation_id = NEW.organisation_id AND m.idempotency_key = NEW.idempotency_key
  )
)
BEGIN
  SELECT RAISE(IGNORE);
END;
