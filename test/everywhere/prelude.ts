/** Everything that the prelude has observed on a page. */
interface Seen {
  /** Uncaught exceptions and unhandled rejections. */
  readonly errors: string[]
  /** Violations of the page's Content-Security-Policy. */
  readonly violations: string[]
  /** Warnings that the SDK has logged. */
  readonly warnings: string[]
  /** Notes that the page's own scripts have made. */
  readonly notes: unknown[]
}

/** The value of `window.seen` on a page without errors and violations. */
export const QUIET = { errors: [], violations: [], warnings: [] }

declare global {
  interface Window {
    readonly seen: Seen
  }
}

/**
 * Runs before every other script of a page under test. Stores built-ins before the page can replace
 * them.
 */
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
      // Many pages of tests have a purpose without a service.
      if (/\[SpaceONE Consent\] (?!No service)/.test(`${words[0]}`))
        add(seen.warnings, words.join(' '))
      say(...words)
    }
  }
}

/** The source of the function above, as a classic script. */
export const PRELUDE = `(${watch})()`
