// The code that runs inside pages. Each function is sent to the page as its own text (in-page.ts): it uses nothing but its argument
// and the page, and callbacks stay inline. It reads and focuses; it never clicks, submits, hides automation or changes the page's data.
// Clicks and typing are trusted input from outside (composer.ts).

/** The little of the DOM used here; the worker's type library has none. */
type PageElement = {
  readonly innerText: string;
  readonly disabled?: boolean;
  readonly value?: string;
  readonly form?: PageElement | null;
  readonly parentElement: PageElement | null;
  readonly outerHTML: string;
  readonly isConnected: boolean;
  getAttribute(name: string): string | null;
  checkVisibility(options: Record<string, boolean>): boolean;
  getBoundingClientRect(): { left: number; top: number; width: number; height: number };
  querySelector(css: string): PageElement | null;
  querySelectorAll(css: string): Iterable<PageElement>;
  contains(other: PageElement | null): boolean;
  closest(css: string): PageElement | null;
  scrollIntoView(options: Record<string, string>): void;
  focus(): void;
  select?(): void;
};
declare const document: PageElement & {
  readonly body: PageElement | null;
  readonly documentElement: PageElement;
  readonly activeElement: PageElement | null;
  readonly readyState: string;
  readonly title: string;
  elementFromPoint(x: number, y: number): PageElement | null;
};
declare const location: { readonly href: string; readonly origin: string };
declare const performance: {
  readonly timeOrigin: number;
  getEntriesByType(type: string): readonly { readonly responseStatus?: number }[];
};
declare const localStorage: Record<string, string>;

export type ObserveRule = {
  /** Selectors; the page is ready when one matches. Empty: ready once parsed. */
  readonly any: readonly string[];
  /** Words, lower case; the page is ready when its visible text holds one. */
  readonly anyText: readonly string[];
  /** Words, lower case; the page is not ready as long as its visible text holds one ("loading messages"). */
  readonly notWhileText: readonly string[];
  /** Title parts, lower case, that end the wait (challenge pages). */
  readonly stopTitles: readonly string[];
  /** Selectors whose visibility is asked for, by name. */
  readonly visible: Readonly<Record<string, string>>;
  /** Source of a regular expression that the address must match before the page is ready, or null. */
  readonly url: string | null;
  readonly msMax: number;
};

export type Observed = {
  readonly url: string;
  /** Identifies the document: another number means that the page navigated. */
  readonly documentId: number;
  readonly status: number | null;
  readonly title: string;
  readonly text: string;
  readonly html: string;
  readonly isReady: boolean;
  /** Centre of the first visible match per name asked for, or null. */
  readonly visible: Readonly<Record<string, { readonly x: number; readonly y: number } | null>>;
  /** IANA zone in which the browser writes clock times. */
  readonly zone: string;
  /** What the rule's own reading answered at this very moment; null without one, or when it failed. */
  readonly probed: unknown;
};

/** Waits inside the page until it is ready (or an error or challenge page, or time is up) and takes everything down at once. */
export async function observePage(rule: ObserveRule, probe?: () => unknown): Promise<Observed> {
  const visibleText = "innerText" as const;
  const deadline = Date.now() + rule.msMax;
  for (;;) {
    // Visible text only: pages hold hidden overlays with the very words that are looked for.
    const text = document.body === null ? "" : document.body[visibleText];
    const lower = text.toLowerCase();
    const title = document.title.toLowerCase();
    const entry = performance.getEntriesByType("navigation")[0];
    const status = entry?.responseStatus ? entry.responseStatus : null;
    const isParsed = document.readyState !== "loading";
    const isMatched =
      (rule.any.length === 0 && rule.anyText.length === 0) ||
      rule.any.some((css) => {
        try {
          return document.querySelector(css) !== null;
        } catch {
          return false;
        }
      }) ||
      rule.anyText.some((words) => lower.includes(words));
    const isAddress = rule.url === null || new RegExp(rule.url).test(location.href);
    const isReady = isParsed && isMatched && isAddress && !rule.notWhileText.some((words) => lower.includes(words));
    const isStop =
      isParsed && ((status !== null && status >= 400) || rule.stopTitles.some((part) => title.includes(part)));
    if (isReady || isStop || Date.now() >= deadline) {
      const visible: Record<string, { x: number; y: number } | null> = {};
      for (const [name, css] of Object.entries(rule.visible)) {
        visible[name] = null;
        try {
          for (const element of document.querySelectorAll(css)) {
            const box = element.getBoundingClientRect();
            if (
              !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ||
              box.width * box.height === 0
            )
              continue;
            visible[name] = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
            break;
          }
        } catch {
          visible[name] = null;
        }
      }
      const html = document.documentElement.outerHTML;
      let probed: unknown = null;
      try {
        probed = probe === undefined ? null : probe();
      } catch {
        probed = null;
      }
      return {
        url: location.href,
        documentId: performance.timeOrigin,
        status,
        title: document.title,
        text,
        html,
        isReady,
        visible,
        zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        probed,
      };
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export type ComposerRule = {
  readonly text: string;
  readonly submit: string;
  /** Selector of inputs that name the thread on screen, or null. All matches must hold `threadId`. */
  readonly identityInput: string | null;
  /** Attributes that name the thread on an element which is no input; where it has none of them, its value does. */
  readonly identityAttributes?: readonly string[];
  /** Source of a regular expression that the address must match, or null. */
  readonly identityUrl: string | null;
  readonly threadId: string;
};

export type ComposerState = {
  readonly problem: "wrong_thread" | "no_text" | "several_texts" | "no_submit" | "several_submits" | "covered" | null;
  /** What the text area holds, line ends as "\n". */
  readonly value: string;
  readonly documentId: number;
  readonly x: number;
  readonly y: number;
};

/**
 * Finds the one visible text area and the one visible submit that belongs to it, and checks the thread on screen.
 * `isFilling` focuses and selects the text area, for typing over whatever it holds; the submit is looked for in both cases but
 * may still be disabled while filling.
 */
export function inspectComposer(arg: { readonly rule: ComposerRule; readonly isFilling: boolean }): ComposerState {
  const { rule, isFilling } = arg;
  const state = {
    problem: null as ComposerState["problem"],
    value: "",
    documentId: performance.timeOrigin,
    x: 0,
    y: 0,
  };

  const identities = rule.identityInput === null ? [] : [...document.querySelectorAll(rule.identityInput)];
  const isNamed = rule.identityInput === null || identities.length > 0;
  const isRightInput = identities.every((input) => {
    const held = (rule.identityAttributes ?? []).map((name) => input.getAttribute(name)).find((id) => id !== null);
    return (held ?? input.value ?? input.getAttribute("value")) === rule.threadId;
  });
  const isRightUrl = rule.identityUrl === null || new RegExp(rule.identityUrl).test(location.href);
  if (!isNamed || !isRightInput || !isRightUrl) return { ...state, problem: "wrong_thread" };

  const texts = [...document.querySelectorAll(rule.text)].filter((element) => {
    const box = element.getBoundingClientRect();
    return element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && box.width * box.height > 0;
  });
  const text = texts[0];
  if (text === undefined) return { ...state, problem: "no_text" };
  if (texts.length > 1) return { ...state, problem: "several_texts" };
  if (isFilling) {
    text.scrollIntoView({ block: "center", behavior: "instant" });
    text.focus();
    if (text.select) text.select();
    if (document.activeElement !== text) return { ...state, problem: "no_text" };
    return state;
  }

  state.value = (text.value ?? "").replace(/\r\n?/g, "\n");
  // The submit is looked for in the text area's own form; without a form, in the nearest ancestor that holds one.
  let scope = text.form ?? text.parentElement;
  while (!text.form && scope !== null && scope.querySelector(rule.submit) === null) scope = scope.parentElement;
  const submits = [...(scope === null ? [] : scope.querySelectorAll(rule.submit))].filter((element) => {
    const box = element.getBoundingClientRect();
    const isShown =
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && box.width * box.height > 0;
    return isShown && element.closest("[role=menuitem]") === null && !element.disabled;
  });
  const submit = submits[0];
  if (submit === undefined) return { ...state, problem: "no_submit" };
  if (submits.length > 1) return { ...state, problem: "several_submits" };
  submit.scrollIntoView({ block: "center", behavior: "instant" });
  const box = submit.getBoundingClientRect();
  state.x = box.left + box.width / 2;
  state.y = box.top + box.height / 2;
  const hit = document.elementFromPoint(state.x, state.y);
  return submit.contains(hit) ? state : { ...state, problem: "covered" };
}

export type LoginFormState = {
  readonly problem: "no_password" | "no_username" | "no_submit" | "covered" | null;
  readonly documentId: number;
  readonly x: number;
  readonly y: number;
};

/** Finds the visible login form and focuses one of its fields, or answers where its button is. */
export function inspectLoginForm(arg: {
  readonly username: string;
  readonly password: string;
  readonly submit: string;
  readonly focus: "username" | "password" | null;
}): LoginFormState {
  const state = { problem: null as LoginFormState["problem"], documentId: performance.timeOrigin, x: 0, y: 0 };
  const found: Record<string, PageElement | undefined> = {};
  for (const [name, css] of [
    ["password", arg.password],
    ["username", arg.username],
    ["submit", arg.submit],
  ] as const) {
    const scope = name === "password" ? document : (found["password"]?.form ?? document);
    found[name] = [...scope.querySelectorAll(css)].find((element) => {
      const box = element.getBoundingClientRect();
      return element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && box.width * box.height > 0;
    });
    if (found[name] === undefined) return { ...state, problem: `no_${name}` };
  }
  const field = arg.focus === null ? undefined : found[arg.focus];
  if (field !== undefined) {
    field.focus();
    if (field.select) field.select();
    return state;
  }
  const submit = found["submit"];
  if (submit === undefined) return { ...state, problem: "no_submit" };
  submit.scrollIntoView({ block: "center", behavior: "instant" });
  const box = submit.getBoundingClientRect();
  state.x = box.left + box.width / 2;
  state.y = box.top + box.height / 2;
  return submit.contains(document.elementFromPoint(state.x, state.y)) ? state : { ...state, problem: "covered" };
}

/** localStorage of the page's origin, or null when the page is on another origin. */
export function readLocalStorage(arg: { readonly origin: string }): [string, string][] | null {
  return location.origin === arg.origin
    ? Object.entries(localStorage).map(([key, value]) => [key, String(value)])
    : null;
}
