// The units: the list, and beside it (or, on a phone, instead of it) one unit or the listings that stand for none.
// Loaded only when opened.
import { useLocation, useNavigate, useParams, useSearchParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createEffect, createSignal, Match, Show, Switch } from "solid-js";
import { allUnitsQuery } from "../../api/unit-queries.ts";
import { Note } from "../../parts/note.tsx";
import { useMe } from "../../parts/session-context.ts";
import { ImportDialog } from "../../parts/unit/import-dialog.tsx";
import { NewUnitDialog } from "../../parts/unit/new-unit-dialog.tsx";
import { LOOSE_LISTINGS, unitPath } from "../../paths.ts";
import { LooseListings } from "./loose-listings.tsx";
import { OpenUnit } from "./open-unit.tsx";
import { parseUnitFilter, type UnitFilter, unitFilterParams } from "./unit-filter.ts";
import { UnitList } from "./unit-list.tsx";
import "../../styles/units.css";

export function UnitsPage() {
  const me = useMe();
  const params = useParams();
  const location = useLocation();
  const navigate = useNavigate();
  const [query, setQuery] = useSearchParams();
  const [dialog, setDialog] = createSignal<"new" | "import" | null>(null);
  const units = useQuery(allUnitsQuery);
  const list = () => (units.isSuccess ? units.data : []);
  const isAdmin = () => me().role === "admin";
  const filter = () => parseUnitFilter(query);
  const change = (wanted: Partial<UnitFilter>) =>
    setQuery(unitFilterParams({ ...filter(), ...wanted }), { replace: true, scroll: false });
  /** New units are most likely where the others are. */
  const zone = () => list()[0]?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  createEffect(() => {
    if (params["id"] === undefined) document.title = "Units · lease-bot";
  });
  return (
    <div class="board" data-open={params["id"] === undefined ? undefined : "yes"}>
      <div class="board-list">
        <UnitList
          query={units}
          isAdmin={isAdmin()}
          filter={filter()}
          search={location.search}
          onFilter={change}
          onAdd={() => setDialog("new")}
          onImport={() => setDialog("import")}
        />
      </div>
      <div class="board-pane">
        <Switch
          fallback={
            <Note icon="home" title="Choose a unit">
              <p>Its facts, its times, who shows it, and its listings stand here.</p>
            </Note>
          }
        >
          <Match when={params["id"] === LOOSE_LISTINGS && isAdmin()}>
            <LooseListings units={list()} search={location.search} />
          </Match>
          <Match when={params["id"]}>
            {(id) => <OpenUnit query={units} id={id()} isAdmin={isAdmin()} search={location.search} />}
          </Match>
        </Switch>
      </div>
      <Show when={dialog() === "new"}>
        <NewUnitDialog
          zone={zone()}
          onMade={(unit) => navigate(unitPath(unit.id, location.search))}
          onClose={() => setDialog(null)}
        />
      </Show>
      <Show when={dialog() === "import"}>
        <ImportDialog zone={zone()} onClose={() => setDialog(null)} />
      </Show>
    </div>
  );
}
