import { onUnmounted, type Ref, ref } from 'vue'

/** One request that the stand-in for Google has received. */
interface LoggedRequest {
  /** The time, ISO 8601. */
  readonly at: string
  readonly kind: 'script' | 'hit'
  /** Path and query. */
  readonly address: string
  /** Names of the events in a hit, joined by commas. */
  readonly event: string
}

/** The requests that the stand-in for Google has received, and the page's cookies. */
interface StandIn {
  /** The requests since the page was opened, oldest first. */
  readonly requests: Ref<readonly LoggedRequest[]>
  /** The names of the page's cookies. */
  readonly cookies: Ref<readonly string[]>
  /** Reads the requests and the cookies again. */
  readonly read: () => void
}

const cookieNames = (): string[] =>
  document.cookie
    .split('; ')
    .filter(Boolean)
    .map(pair => pair.replace(/=.*/, ''))
    .sort()

/**
 * Reads what the stand-in for Google has received, at once and after each request of this page
 * except those for the list itself. Does not read at intervals: requests at intervals would fill
 * the SDK's inspector.
 *
 * @param log The address of the list of requests.
 */
export const useStandIn = (log: string): StandIn => {
  const requests = ref<readonly LoggedRequest[]>([])
  const cookies = ref<readonly string[]>(cookieNames())

  const readOnce = async () => {
    const response = await fetch(log, { cache: 'no-store' })
    const all: { readonly requests: readonly LoggedRequest[] } = await response.json()
    requests.value = all.requests.filter(({ at }) => Date.parse(at) >= performance.timeOrigin)
    cookies.value = cookieNames()
  }
  let last = Promise.resolve()
  const read = () => {
    // Send one request after another, so that an earlier answer never replaces a later one.
    last = last.then(readOnce).catch(() => {})
  }

  const observer = new PerformanceObserver(list => {
    if (list.getEntries().some(({ name }) => !name.endsWith(log))) read()
  })
  observer.observe({ type: 'resource', buffered: true })
  onUnmounted(() => observer.disconnect())
  return { requests, cookies, read }
}

/** Returns a request's short name: `gtag/js` for a script, `page_view /dashboard` for a hit. */
export const nameOf = ({ kind, address, event }: LoggedRequest): string => {
  const { pathname, searchParams } = new URL(address, location.origin)
  if (kind === 'script') return pathname.replace(/^\/\w+\//, '')
  const page = searchParams.get('dl') ?? ''
  return `${event} ${page.replace(location.origin, '')}`
}
