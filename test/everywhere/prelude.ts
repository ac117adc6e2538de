/** What has happened to a page, as its own scripts could see it. */
interface Seen {
  /** Exceptions and rejections that nobody caught. */
  readonly errors: string[]
  /** What its security policy did not let pass. */
  readonly violations: string[]
  /** What the SDK has said in the console. */
  readonly warnings: string[]
  /** What the page itself has noted. */
  readonly notes: unknown[]
}

/** Nothing that a page or its policy would complain of. */
export const QUIET = { errors: [], violations: [], warnings: [] }

declare global {
  interface Window {
    readonly seen: Seen
  }
}

/** Runs on each page under test before anything else, and keeps what it needs from what comes after it. */
const watch = (): void => {
  const seen: Seen = { errors: [], violations: [], warnings: [], notes: [] }
  const add = (list: unknown[], entry: string) => {
    list[list.length] = entry
  }
  Object.defineProperty(window, 'seen', { value: seen })
  addEventListener('error', ({ message }) => add(seen.errors, message), true)
  addEventListener('unhandledrejection', ({ reason }) => add(seen.errors, `${reason}`))
  document.addEventListener('securitypolicyviolation', event =>
    add(seen.violations, `${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
  )
  for (const level of ['warn', 'error'] as const) {
    const say = console[level].bind(console)
    console[level] = (...words) => {
      if (`${words[0]}`.includes('[SpaceONE Consent]')) add(seen.warnings, words.join(' '))
      say(...words)
    }
  }
}

/** Its source, a classic script. */
export const PRELUDE = `(${watch})()`
