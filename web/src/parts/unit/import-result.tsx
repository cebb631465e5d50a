// What a table of units would do: what is wrong in which cell, which units are new, which change in what.
import { For, Show } from "solid-js";
import type { ImportAnswer } from "#contracts/api/unit-import";
import { fieldWords, importWords } from "../../words/unit.ts";
import { Banner } from "../banner.tsx";
import { Chip } from "../chip.tsx";

/** More rows than a person reads in a dialog. */
const ROWS_SHOWN_MAX = 100;

export function ImportResult(props: { answer: ImportAnswer }) {
  const planned = () =>
    [
      ...props.answer.created.map((unit) => ({ ...unit, isNew: true })),
      ...props.answer.changed.map((unit) => ({ ...unit, isNew: false })),
    ].sort((a, b) => a.row - b.row);
  return (
    <div class="import-result">
      <Show when={props.answer.errorCount > 0} fallback={<p>{importWords(props.answer)}.</p>}>
        <Banner
          tone="bad"
          icon="warning"
          title={props.answer.errorCount === 1 ? "1 thing is wrong" : `${props.answer.errorCount} things are wrong`}
        >
          <p>Nothing is imported until the table is right. Mend it, then check it again.</p>
        </Banner>
        <Errors answer={props.answer} />
        <p>The rest: {importWords(props.answer)}.</p>
      </Show>
      <Show when={props.answer.ignoredColumns.length > 0}>
        <p class="part-hint">
          Left out, because these columns are not known: <bdi>{props.answer.ignoredColumns.join(", ")}</bdi>.
        </p>
      </Show>
      <Show when={planned().length > 0}>
        <div class="table-frame">
          <table class="table">
            <caption class="visually-hidden">New and changed units</caption>
            <thead>
              <tr>
                <th scope="col">Row</th>
                <th scope="col">Unit</th>
                <th scope="col">What is recorded</th>
              </tr>
            </thead>
            <tbody>
              <For each={planned().slice(0, ROWS_SHOWN_MAX)}>
                {(unit) => (
                  <tr>
                    <td class="table-number">{unit.row}</td>
                    <th scope="row">
                      <bdi>{unit.label}</bdi>{" "}
                      <Chip tone={unit.isNew ? "busy" : "plain"}>{unit.isNew ? "New" : "Changes"}</Chip>
                    </th>
                    <td>
                      <ul class="import-changes">
                        <For each={unit.changes}>{(change) => <Change change={change} />}</For>
                      </ul>
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
        <Show when={planned().length > ROWS_SHOWN_MAX}>
          <p class="part-hint">And {planned().length - ROWS_SHOWN_MAX} more.</p>
        </Show>
      </Show>
    </div>
  );
}

function Change(props: { change: ImportAnswer["changed"][number]["changes"][number] }) {
  return (
    <li>
      <span class="import-field">{fieldWords(props.change.field)}</span>{" "}
      <Show when={props.change.from !== null}>
        <del>
          <bdi>{props.change.from}</bdi>
        </del>{" "}
        <span aria-hidden="true">→</span>{" "}
      </Show>
      <ins>
        <bdi>{props.change.to}</bdi>
      </ins>
    </li>
  );
}

function Errors(props: { answer: ImportAnswer }) {
  return (
    <>
      <div class="table-frame">
        <table class="table">
          <caption class="visually-hidden">What is wrong</caption>
          <thead>
            <tr>
              <th scope="col">Row</th>
              <th scope="col">Column</th>
              <th scope="col">What is wrong</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.answer.errors}>
              {(error) => (
                <tr>
                  <td class="table-number">{error.row}</td>
                  <td>{error.column === null ? "The whole row" : <bdi>{error.column}</bdi>}</td>
                  <td>{error.message}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
      <Show when={props.answer.errorCount > props.answer.errors.length}>
        <p class="part-hint">The first {props.answer.errors.length} are shown.</p>
      </Show>
    </>
  );
}
