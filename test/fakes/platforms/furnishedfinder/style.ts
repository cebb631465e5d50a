// The look of the FurnishedFinder twin. No class has a meaning beyond its look.

export const FURNISHEDFINDER_STYLE = `
*, ::before, ::after { box-sizing: border-box; }
body { margin: 0; font: 15px/1.5 Poppins, Helvetica, Arial, sans-serif; color: #24313f; background: #f6f7f9; }
header { display: flex; flex-wrap: wrap; gap: 1rem; align-items: center; padding: .75rem 1rem; background: #fff; border-bottom: 1px solid #dfe3e8; }
header nav { display: flex; flex-wrap: wrap; gap: 1rem; margin-left: auto; align-items: center; }
a { color: #0b6b88; }
main { max-width: 70rem; margin: 0 auto; padding: 1rem; }
button, input, select, textarea { font: inherit; }
button { cursor: pointer; }
[role="dialog"] { position: fixed; inset: 10vh 1rem auto; max-width: 26rem; margin: 0 auto; padding: 1.5rem; background: #fff; border-radius: 8px; box-shadow: 0 8px 40px rgba(0, 0, 0, .35); }
[role="dialog"] input:not([type="hidden"]) { width: 100%; padding: .5rem; }
.str-chat { display: grid; grid-template-columns: minmax(14rem, 20rem) 1fr; gap: 1rem; align-items: start; }
@media (max-width: 45rem) { .str-chat { grid-template-columns: 1fr; } }
.tabs { display: flex; gap: .5rem; margin-bottom: .5rem; }
.tabs [aria-selected="true"] { font-weight: 600; border-bottom: 2px solid #0b6b88; }
.str-chat__channel-list, .str-chat__channel { background: #fff; border: 1px solid #dfe3e8; border-radius: 8px; padding: .5rem; }
.channel-row { display: grid; grid-template-columns: 2.5rem 1fr auto; gap: 0 .75rem; width: 100%; padding: .5rem; border: 0; border-bottom: 1px solid #edf0f3; background: none; text-align: left; }
.channel-row[aria-selected="true"] { background: #e9f4f8; }
.avatar { grid-row: span 3; width: 2.5rem; height: 2.5rem; line-height: 2.5rem; border-radius: 50%; background: #cfe5ee; text-align: center; }
.truncate { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.channel-row > * { min-width: 0; }
.row-date, .row-preview { grid-column: 2; font-size: .8rem; color: #5b6976; }
[data-testid="unread-badge"] { grid-area: 1 / 3; min-width: 1.4rem; border-radius: 1rem; background: #d5462f; color: #fff; text-align: center; font-size: .8rem; }
.str-chat__channel-header { display: flex; flex-wrap: wrap; gap: 1rem; align-items: center; padding: .5rem; border-bottom: 1px solid #edf0f3; }
.str-chat__channel-header h3 { margin: 0; }
.str-chat__list { max-height: 60vh; overflow-y: auto; }
.str-chat__ul { list-style: none; margin: 0; padding: .5rem; }
.str-chat__message { margin: 0 25% .4rem 0; }
.row-right { margin: 0 0 .4rem 25%; text-align: right; }
.str-chat__message-bubble { display: inline-block; padding: .5rem .75rem; border-radius: 8px; background: #eef1f4; text-align: left; max-width: 100%; overflow-wrap: anywhere; }
.row-right .str-chat__message-bubble { background: #d9eef6; }
.str-chat__message-text > span { display: block; font-size: .8rem; color: #5b6976; }
.body-pre { white-space: pre-wrap; }
.str-chat__message-metadata { font-size: .75rem; color: #5b6976; }
.str-chat__simple-message--error-message { color: #b3261e; font-size: .8rem; cursor: pointer; }
.str-chat__date-separator, .str-chat__message--system { text-align: center; font-size: .8rem; color: #5b6976; margin: .5rem; }
.str-chat__message-input { display: flex; flex-wrap: wrap; gap: .5rem; padding: .5rem; }
.str-chat__message-input textarea { flex: 1 1 14rem; min-height: 4.5rem; }
table { width: 100%; border-collapse: collapse; background: #fff; }
td, th { padding: .5rem; border-bottom: 1px solid #edf0f3; text-align: left; }
tr[data-href] { cursor: pointer; }
.property-card { background: #fff; border: 1px solid #dfe3e8; border-radius: 8px; padding: .75rem 1rem; margin-bottom: .75rem; }
.lead-field p { margin: 0; } .lead-field { margin-bottom: .5rem; } .lead-label { font-size: .8rem; color: #5b6976; }
`;
