// The part of a utility style sheet that the Roomies twin's class names need. No class has a meaning beyond its look.

export const ROOMIES_STYLE = `
*, ::before, ::after { box-sizing: border-box; }
body { margin: 0; font: 15px/1.5 Nunito, Helvetica, Arial, sans-serif; color: #2d3748; background: #f7fafc; }
a { color: #2c7a7b; }
button, input, textarea { font: inherit; }
button { border: 0; border-radius: .5rem; padding: .5rem 1rem; cursor: pointer; background: #e2e8f0; }
[x-cloak] { display: none !important; }
.flex { display: flex; } .flex-wrap { flex-wrap: wrap; } .flex-1 { flex: 1 1 0%; } .items-center { align-items: center; }
.min-w-0 { min-width: 0; } .gap-2 { gap: .5rem; } .gap-4 { gap: 1rem; } .ml-auto { margin-left: auto; }
.container { max-width: 56rem; margin: 0 auto; padding: 1rem; }
.bg-white { background: #fff; } .border-b { border-bottom: 1px solid #e2e8f0; } .shadow { box-shadow: 0 1px 3px rgba(0, 0, 0, .12); }
.p-4 { padding: 1rem; } .px-4 { padding-left: 1rem; padding-right: 1rem; } .py-2 { padding-top: .5rem; padding-bottom: .5rem; }
.mb-2 { margin-bottom: .5rem; } .mt-4 { margin-top: 1rem; } .m-0 { margin: 0; } .p-0 { padding: 0; }
.w-10 { width: 2.5rem; } .h-10 { height: 2.5rem; line-height: 2.5rem; } .w-2 { width: .5rem; } .h-2 { height: .5rem; }
.w-full { width: 100%; } .block { display: block; } .inline-block { display: inline-block; } .list-none { list-style: none; }
.rounded-full { border-radius: 9999px; } .rounded-lg { border-radius: .5rem; } .border { border: 1px solid #cbd5e0; }
.text-center { text-align: center; } .text-right { text-align: right; } .text-left { text-align: left; }
.text-xs { font-size: .75rem; } .text-sm { font-size: .875rem; } .text-lg { font-size: 1.125rem; }
.font-semibold { font-weight: 600; } .no-underline { text-decoration: none; }
.text-gray-600 { color: #718096; } .text-gray-700 { color: #4a5568; } .text-gray-800 { color: #2d3748; }
.text-white { color: #fff; } .text-red-700 { color: #c53030; }
.bg-teal { background: #319795; } .bg-teal-lightest { background: #e6fffa; } .bg-gray-200 { background: #edf2f7; }
.bg-brand-orange { background: #dd6b20; }
.hover\\:bg-teal-lightest:hover { background: #e6fffa; }
.truncate { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.whitespace-pre-line { white-space: pre-line; overflow-wrap: anywhere; }
.max-w-prose { max-width: 85%; }
.hidden { display: none; }
.lg\\:hidden { display: block; } .lg\\:block { display: none; }
@media (min-width: 40rem) { .lg\\:hidden { display: none; } .lg\\:block { display: block; } }
details.menu > div { position: absolute; z-index: 10; }
`;
