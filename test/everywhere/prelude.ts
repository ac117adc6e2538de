export const QUIET = { errors: [], violations: [], warnings: [] }

/** Runs before every other script of a page, and collects what happens in `window.seen`. */
const watch = () => {
  const seen = {
    /** Exceptions, rejections, and `undefined` for each element whose file failed to load. */
    errors: [] as string[],
    violations: [] as string[],
    warnings: [] as string[],
    notes: [] as unknown[],
  }
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
      // Ignores the warning about a purpose without a service, which many test pages have.
      if (/\[SpaceONE Consent\] (?!No service)/.test(`${words[0]}`))
        add(seen.warnings, words.join(' '))
      say(...words)
    }
  }
  return seen
}

declare global {
  interface Window {
    readonly seen: ReturnType<typeof watch>
  }
}

export const PRELUDE = `(${watch})()`
