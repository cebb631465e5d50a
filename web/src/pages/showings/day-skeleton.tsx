// Showings while they load.
export function DaySkeleton() {
  return (
    <div class="card day-waiting" role="status" aria-label="Loading the showings">
      <i />
      <i />
      <i />
    </div>
  );
}
