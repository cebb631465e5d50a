// How the lead's page looks. Plain CSS, no asset besides it.

export const LEAD_PAGE_STYLE = `
:root { --paper: #f6f5f2; --sheet: #fff; --ink: #1d1f21; --soft: #63676b; --line: #dcdad4; --mine: #1f6f5c; --on-mine: #fff; --theirs: #eceae4; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #16181a; --sheet: #1f2225; --ink: #eceef0; --soft: #a2a8ae; --line: #353a3f; --mine: #237a64; --on-mine: #fff; --theirs: #2b3035; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
header, main { max-width: 40rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 1.25rem; }
h1 { margin: 0 0 .75rem; font-size: 1.5rem; line-height: 1.2; }
.where { margin: 0; color: var(--soft); font-size: .875rem; }
main { display: flex; flex-direction: column; gap: 1rem; padding-bottom: 1.5rem; }
.who { display: grid; gap: .75rem; padding: 1rem; background: var(--sheet); border: 1px solid var(--line); border-radius: .75rem; }
@media (min-width: 32rem) { .who { grid-template-columns: 1fr 2fr; } .threads { grid-column: 1 / -1; } }
label { display: grid; gap: .25rem; font-size: .875rem; color: var(--soft); min-width: 0; }
.threads { display: flex; gap: .5rem; align-items: end; }
.threads label { flex: 1; }
input, select, textarea, button { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: .5rem .75rem; min-height: 2.75rem; width: 100%; }
button { width: auto; cursor: pointer; }
button[type=submit] { background: var(--mine); border-color: var(--mine); color: var(--on-mine); font-weight: 600; }
:focus-visible { outline: 3px solid var(--mine); outline-offset: 2px; }
#messages { list-style: none; margin: 0; padding: 0; display: flex; flex-direction: column; gap: .5rem; min-height: 8rem; }
#messages li { scroll-margin-bottom: 10rem; max-width: 85%; padding: .5rem .875rem; border-radius: 1rem; white-space: pre-wrap; overflow-wrap: anywhere; }
#messages .lead { align-self: flex-end; background: var(--mine); color: var(--on-mine); border-bottom-right-radius: .25rem; }
#messages .host { align-self: flex-start; background: var(--theirs); border-bottom-left-radius: .25rem; }
#messages time { display: block; font-size: .75rem; opacity: .75; }
#messages .none { align-self: center; color: var(--soft); }
#write { display: grid; grid-template-columns: 1fr auto; gap: .5rem; align-items: end; position: sticky; bottom: 0; padding: .75rem 0; background: var(--paper); }
#note { grid-column: 1 / -1; margin: 0; color: var(--soft); font-size: .875rem; min-height: 1.3em; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
`;
