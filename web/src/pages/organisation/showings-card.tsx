// What showings keep to: how long they are, how far apart they begin, how soon and how far ahead they may be.
import { type OrganisationSettings, SLOT_MINUTES_MIN } from "#contracts/api/organisation-settings";
import { HORIZON_DAYS_MAX, NOTICE_MINUTES_MAX, SPAN_MINUTES_MAX } from "#domain/slots/limits";
import { Section } from "../../parts/unit/section.tsx";
import { createSettingsCommand } from "./create-settings-command.ts";
import { NumbersForm } from "./numbers-form.tsx";

export function ShowingsCard(props: { settings: OrganisationSettings }) {
  const save = createSettingsCommand(
    () => props.settings,
    () => undefined,
  );
  const span = { min: SLOT_MINUTES_MIN, max: SPAN_MINUTES_MAX };
  return (
    <Section title="Showings" hint="Times that were offered already stay as they are.">
      <NumbersForm
        name="Showings"
        fields={[
          { label: "Minutes of a showing", value: props.settings.slotMinutes, ...span },
          { label: "Minutes between two starts", value: props.settings.slotStepMinutes, ...span },
          { label: "Minutes of notice", value: props.settings.minNoticeMinutes, min: 0, max: NOTICE_MINUTES_MAX },
          { label: "Days ahead", value: props.settings.horizonDays, min: 1, max: HORIZON_DAYS_MAX },
          {
            label: "Minutes an offered time is kept",
            value: props.settings.offerHoldMinutes,
            min: 1,
            max: SPAN_MINUTES_MAX,
          },
        ]}
        isBusy={save.isBusy}
        onSave={([slotMinutes = 0, slotStepMinutes = 0, minNoticeMinutes = 0, horizonDays = 0, offerHoldMinutes = 0]) =>
          save.run({ slotMinutes, slotStepMinutes, minNoticeMinutes, horizonDays, offerHoldMinutes })
        }
      />
    </Section>
  );
}
