// Where somebody's clock stands, the way between two units, how many showings a day are enough, and whether they are mailed.
import { createSignal, Show } from "solid-js";
import type { AgentProfile, Availability } from "#contracts/api/availability";
import { SHOWINGS_PER_DAY_MAX, SPAN_MINUTES_MAX } from "#domain/slots/limits";
import { availabilityApi } from "../../api/availability-client.ts";
import { toast } from "../../parts/toasts.tsx";
import { Problem } from "../../parts/unit/problem.tsx";
import { Section } from "../../parts/unit/section.tsx";
import { ZoneField } from "../../parts/unit/zone-field.tsx";
import { bufferWords, MAILS_OFF, mailWords, perDayWords } from "../../words/availability.ts";
import { createAvailabilityCommand } from "./create-availability-command.ts";

/** As the table has it. */
const BUFFER_MINUTES_DEFAULT = 15;

export function ProfileCard(props: { availability: Availability }) {
  const [isEdited, setIsEdited] = createSignal(false);
  let heading: HTMLHeadingElement | undefined;
  const close = () => {
    setIsEdited(false);
    heading?.focus();
  };
  return (
    <Section
      title="Basics"
      hint={props.availability.profile === null ? "Begin here: times need a time zone." : undefined}
      headingRef={(element) => {
        heading = element;
      }}
      command={
        <Show when={props.availability.profile !== null && !isEdited()}>
          <button type="button" class="button is-small" onClick={() => setIsEdited(true)}>
            Edit
          </button>
        </Show>
      }
    >
      <Show
        when={isEdited() ? null : props.availability.profile}
        fallback={<ProfileForm availability={props.availability} onClose={close} />}
      >
        {(profile) => (
          <dl class="pairs">
            <dt>Time zone</dt>
            <dd>{profile().zone}</dd>
            <dt>Between two units</dt>
            <dd>{bufferWords(profile().bufferMinutes)}</dd>
            <dt>Showings a day</dt>
            <dd>{perDayWords(profile().maxPerDay)}</dd>
            <dt>E-mails about showings</dt>
            <dd>{mailWords(profile(), props.availability.areMailsSent)}</dd>
          </dl>
        )}
      </Show>
    </Section>
  );
}

function ProfileForm(props: { availability: Availability; onClose: () => void }) {
  const held = props.availability.profile;
  const [zone, setZone] = createSignal(held?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [buffer, setBuffer] = createSignal(held?.bufferMinutes ?? BUFFER_MINUTES_DEFAULT);
  const [perDay, setPerDay] = createSignal(held?.maxPerDay ?? null);
  const [isMailed, setIsMailed] = createSignal(held?.isMailed ?? true);
  const [problem, setProblem] = createSignal<string | null>(null);
  const save = createAvailabilityCommand(
    () => props.availability.user.id,
    (profile: AgentProfile) => availabilityApi.setProfile(props.availability.user.id, profile),
    () => {
      toast("Saved.", "good");
      props.onClose();
    },
    setProblem,
  );
  return (
    <form
      class="profile-form"
      aria-label="Basics"
      onSubmit={(event) => {
        event.preventDefault();
        save.run({ zone: zone(), bufferMinutes: buffer(), maxPerDay: perDay(), isMailed: isMailed() });
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape" && held !== null) props.onClose();
      }}
    >
      <ZoneField label="Time zone of these times" value={zone()} onInput={setZone} />
      <label class="field">
        <span>Minutes between two units</span>
        <input
          type="number"
          inputmode="numeric"
          required
          min="0"
          max={SPAN_MINUTES_MAX}
          value={buffer()}
          onInput={(event) => setBuffer(event.currentTarget.valueAsNumber)}
        />
      </label>
      <label class="field">
        <span>Most showings a day (empty: as many as fit)</span>
        <input
          type="number"
          inputmode="numeric"
          min="0"
          max={SHOWINGS_PER_DAY_MAX}
          value={perDay() ?? ""}
          onInput={(event) => setPerDay(event.currentTarget.value === "" ? null : event.currentTarget.valueAsNumber)}
        />
      </label>
      <label class="tick">
        <input type="checkbox" checked={isMailed()} onChange={(event) => setIsMailed(event.currentTarget.checked)} />
        <span>
          E-mail when a showing is booked, moved or cancelled
          <Show when={!props.availability.areMailsSent}>
            <span class="part-hint profile-mails-off">{MAILS_OFF}</span>
          </Show>
        </span>
      </label>
      <Problem words={problem()} />
      <div class="form-orders">
        <button type="submit" class="button is-main" disabled={save.isBusy}>
          Save
        </button>
        <Show when={held !== null}>
          <button type="button" class="button is-quiet" onClick={() => props.onClose()}>
            Cancel
          </button>
        </Show>
      </div>
    </form>
  );
}
