// The conversation while it loads.
export function TalkSkeleton() {
  return (
    <div class="talk" role="status" aria-label="Loading the conversation">
      <div class="talk-head">
        <div class="skeleton-row">
          <i class="is-short" />
          <i class="is-middling" />
        </div>
      </div>
      <div class="skeleton-thread">
        <i class="is-middling" />
        <i class="is-short is-ours" />
        <i class="is-middling" />
      </div>
    </div>
  );
}
