// The few line icons of the app, 20 px, in the colour of the text around them. Decorative: words stand beside them.

const PATHS = {
  back: "M12 4 6 10l6 6",
  check: "m4 10.5 4 4 8-9",
  clock: "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm0 3v4l2.5 2",
  person: "M10 3.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM4 17c.5-3.3 2.8-5 6-5s5.500 1.700 6 5",
  search: "M9 3.500a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11ZM13 13l4 4",
  warning: "M10 3 2.500 16.500h15L10 3Zm0 5v4m0 2.200v.3",
  send: "M3.500 10 17 3.500 13 17l-3-5.500L3.500 10Z",
  pencil: "m4 16 .8-3.500L13.500 3.800a1 1 0 0 1 1.400 0l1.300 1.300a1 1 0 0 1 0 1.400L7.500 15.200 4 16Z",
  plus: "M10 4v12M4 10h12",
  cross: "m5 5 10 10M15 5 5 15",
  home: "M4 9.500 10 4l6 5.500V16a.8.8 0 0 1-.8.8H4.800A.8.8 0 0 1 4 16V9.500Z",
  chevron: "m6 8 4 4 4-4",
  eye: "M2.500 10S5 5 10 5s7.500 5 7.500 5-2.500 5-7.500 5-7.500-5-7.500-5Zm7.500-2a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z",
  stop: "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM5.200 5.200l9.600 9.600",
} as const;
export type IconName = keyof typeof PATHS;

export function Icon(props: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[props.name]} />
    </svg>
  );
}
