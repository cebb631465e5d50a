// The board: the list, and beside it (or, on a phone, instead of it) the open conversation.
import { type RouteSectionProps, useLocation, useSearchParams } from "@solidjs/router";
import { createEffect } from "solid-js";
import type { ListFilter } from "../../api/client.ts";
import { ConversationList } from "../../parts/list/conversation-list.tsx";
import { filterParams, parseFilter } from "../../parts/list/filter.ts";

export function ConversationsPage(props: RouteSectionProps) {
  const [params, setParams] = useSearchParams();
  const location = useLocation();
  const filter = () => parseFilter(params);
  const isOpen = () => props.params["id"] !== undefined;

  function change(change: Partial<ListFilter>): void {
    const next = filterParams({ ...filter(), ...change });
    setParams({ view: next.view, platform: next.platform, q: next.q }, { replace: true, scroll: false });
  }

  createEffect(() => {
    if (!isOpen()) document.title = "Conversations · lease-bot";
  });

  return (
    <div class="board" data-open={isOpen() ? "yes" : undefined}>
      <div class="board-list">
        <ConversationList filter={filter()} search={location.search} onFilter={change} />
      </div>
      <div class="board-pane">{props.children}</div>
    </div>
  );
}
