/**
 * The phases of an audit, in the order of the report. Each phase that the audit plays on a page has
 * a fresh profile.
 *
 * - `no-choice`: the visitor scrolls, waits, visits a second page if a link leads to one, and gives
 *   no answer.
 * - `refuse`: the visitor refuses, visits a second page if a link leads to one, and loads the first
 *   page again.
 * - `accept`: the visitor accepts.
 * - `withdraw`: the visitor accepts, withdraws in the same visit, waits, clicks, leaves and comes
 *   back, or loads the page again if no link leads to a second page.
 */
export const PHASES = ['no-choice', 'refuse', 'accept', 'withdraw'] as const

/** The name of a phase. */
export type PhaseName = (typeof PHASES)[number]

/** What a control of a banner does: accepts, refuses, opens the settings, or saves the settings. */
export type Act = 'accept' | 'refuse' | 'settings' | 'save'

/** The visitor's last answer before something was seen. */
export type Answer = 'none' | 'refused' | 'accepted' | 'withdrawn'

/** When the audit saw something. */
export interface Moment {
  readonly answer: Answer
  /** Milliseconds since the phase began. */
  readonly at: number
}

/** What made the browser send a request, as far as the browser reports it. */
export interface Initiator {
  readonly kind: 'script' | 'markup' | 'style' | 'worker' | 'service-worker' | 'unknown'
  /** The address of the script, style sheet or page. */
  readonly url?: string | undefined
  /** The line in the file of `url`; the first line is 1. */
  readonly line?: number | undefined
}

/** One control that the audit pressed, as the visitor saw it. */
export interface SeenClick extends Moment {
  readonly act: Act
  readonly words: string
  /** The box of the control in CSS pixels, from the upper left corner of the screenshot. */
  readonly box: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }
}

/** Which company a request goes to, and why the audit calls it a collector. */
export interface Collector {
  /** A name such as `Google Analytics`. */
  readonly name: string
  readonly company: string
  /** `host`: known by the host name; `shape`: known by path and parameters, on any host. */
  readonly by: 'host' | 'shape'
  /** Whether the address has the form of one that serves a script. */
  readonly isScript: boolean
}

/** One request of the page, its frames, its workers or the windows that it has opened. */
export interface SeenRequest extends Moment {
  readonly url: string
  readonly method: string
  /** The kind of resource, such as `script`, `image`, `ping`, or `fetch` (XMLHttpRequest, too). */
  readonly resource: string
  readonly initiator: Initiator
  /**
   * The scripts that led to `initiator`, nearest first: the script that inserted it, the script
   * that inserted that one, …. Missing if none is known, as for the page's own markup.
   */
  readonly chain?: readonly Initiator[] | undefined
  /** Missing if the request goes to no known collector. */
  readonly collector?: Collector | undefined
  /** Whether the audit held the request: answered with an empty 204, or refused a WebSocket. */
  readonly isHeld: boolean
  /** The address from which the audit fetched a collector's script, or tried to; else missing. */
  readonly fetched?: string | undefined
  /**
   * The HTTP status of the response; missing if the browser reported none. A response of the audit
   * itself counts, too.
   */
  readonly status?: number | undefined
  /** The MIME type of the response. */
  readonly mimeType?: string | undefined
  /** The time until the response was complete, in milliseconds. */
  readonly duration?: number | undefined
  /** The names of the cookies that the browser sent with the request. */
  readonly cookiesSent?: readonly string[] | undefined
  /** Google's consent state: the parameters `gcs` and `gcd` in the request's address. */
  readonly gcs?: string | undefined
  readonly gcd?: string | undefined
}

/** One cookie that was seen in a phase, also one that was deleted again. */
export interface SeenCookie extends Moment {
  readonly name: string
  /** The browser's form: begins with a dot if the cookie is for sub-domains, too. */
  readonly domain: string
  readonly path: string
  /** How long the cookie lives after it was seen, in seconds; missing for a session cookie. */
  readonly lifetime?: number | undefined
  readonly origin: 'header' | 'script' | 'unknown'
  /** The address whose response set the cookie, if `origin` is `header`. */
  readonly url?: string | undefined
  /** The address of the script that wrote the cookie, if known and if `origin` is `script`. */
  readonly script?: string | undefined
}

/**
 * One key of local or session storage, one database of IndexedDB, or one cache of CacheStorage.
 * Values are never kept.
 */
export interface SeenStorage extends Moment {
  readonly area: 'local' | 'session' | 'indexeddb' | 'cache'
  /** The origin of the frame that has the storage, such as `https://shop.example`. */
  readonly origin: string
  readonly key: string
  /** The address of the script that wrote the key, or opened the database or cache, if known. */
  readonly script?: string | undefined
}

/** How the visitor can give an answer: the number of clicks, and the size of the control. */
export interface SeenAnswer {
  /** Clicks until the answer is given, with those on switches that had to be turned off. */
  readonly steps: number
  /** Size of the control of the last click, in CSS pixels. */
  readonly width: number
  readonly height: number
}

/** The banner that the audit found on a page. */
export interface SeenBanner {
  /** How the banner was found, as `selectors`, `spaceone`, `words` or a rule of autoconsent. */
  readonly found: string
  readonly accept?: SeenAnswer | undefined
  readonly refuse?: SeenAnswer | undefined
  /** The words on at most 20 controls of the banner; `act` is missing if it is unclear. */
  readonly controls?:
    | readonly { readonly words: string; readonly act?: Act | undefined }[]
    | undefined
  /**
   * Whether a banner asked again when the page was loaded again after the refusal. Missing if the
   * phase is not `refuse`, or ended before that.
   */
  readonly asksAgain?: boolean | undefined
}

/** A picture of what the browser's window shows of the page. */
export interface Screenshot extends Moment {
  /** The control that the audit pressed next; missing if no press was noted with the picture. */
  readonly click?: SeenClick | undefined
  /** A JPEG image in base64. */
  readonly jpeg: string
}

/** A script of the page's own site that the page loaded. */
export interface SeenScript {
  readonly url: string
  /** SHA-256 of the script's text, in hexadecimal. */
  readonly sha256: string
}

/** Everything seen in one phase on one page. */
export interface SeenPhase {
  readonly name: PhaseName
  /**
   * Why the phase was not played to its end, or `error` if a collector's script could not be
   * fetched; else missing.
   */
  readonly notPlayed?: NotPlayed | undefined
  /** Details of the reason, such as the browser's error. */
  readonly detail?: string | undefined
  readonly banner?: SeenBanner | undefined
  readonly requests: readonly SeenRequest[]
  /**
   * The cookies that were set in the phase, each with the moment when it was first set. A cookie
   * that was set again after a later answer is in the list once more, with that later moment.
   */
  readonly cookies: readonly SeenCookie[]
  readonly cookiesLeft: readonly SeenCookie[]
  /**
   * The keys, databases and caches that were seen, each with the moment when it was first seen. A
   * key that a script wrote again after a later answer is in the list once more, with that later
   * moment.
   */
  readonly storage: readonly SeenStorage[]
  readonly storageLeft: readonly SeenStorage[]
  /**
   * The origins of frames that never told their storage keys in time, or no longer did. Missing if
   * there are none.
   */
  readonly unreadOrigins?: readonly string[] | undefined
  /** The hosts to which requests were held, so that cookies of their answers are not known. */
  readonly heldHosts: readonly string[]
  readonly clicks: readonly SeenClick[]
  /** Scripts of the page's own site that were loaded, each with the hash of its text. */
  readonly scripts: readonly SeenScript[]
  readonly screenshots: readonly Screenshot[]
  /** Start of the phase, ISO 8601; missing if the phase did not begin. */
  readonly began?: string | undefined
  /** Duration of the phase, in milliseconds. */
  readonly duration: number
}

/**
 * Why a phase was not played to its end, or cannot be judged.
 *
 * - `no-refuse`, `no-accept`: the audit found no control for this answer in the banner.
 * - `unclear`: several controls seem to accept, or the banner's settings show no way to refuse.
 * - `stays`: the banner, or the settings, stayed open after the answer.
 * - `no-effect`: the acceptance changed no cookie and no key, and no request followed.
 * - `no-control`: a selector of the options (`--accept` and the like) found nothing visible;
 *   `detail` names the option.
 * - `interrupted`: a signal, such as SIGINT, ended the audit.
 * - `error`: the phase ended with an error, or the audit could not fetch a collector's script.
 */
export type NotPlayed =
  | 'no-banner'
  | 'no-refuse'
  | 'no-accept'
  | 'no-withdrawal'
  | 'unclear'
  | 'stays'
  | 'no-effect'
  | 'no-control'
  | 'no-answer'
  | 'certificate'
  | 'other-site'
  | 'time-limit'
  | 'request-limit'
  | 'interrupted'
  | 'error'

/** Everything seen on one page. */
export interface SeenPage {
  /** The address of the page as the options of the audit have it. */
  readonly url: string
  /** The address after redirects; missing if no page was loaded. */
  readonly loaded?: string | undefined
  readonly phases: readonly SeenPhase[]
}

/** Everything that an audit has seen. Judging it needs no browser. */
export interface Seen {
  /** The version of this format, which `seen.schema.json` in the package describes. */
  readonly version: 1
  readonly tool: { readonly name: string; readonly version: string }
  readonly browser: { readonly name: string; readonly version: string }
  /** Start of the audit, ISO 8601. */
  readonly began: string
  /** Duration of the audit, in milliseconds. */
  readonly duration: number
  readonly options: {
    readonly isLive: boolean
    readonly phaseLimit: number
    readonly requestLimit: number
    /** How long the visitor looks at a page before the next act, in milliseconds. */
    readonly wait: number
    readonly locale: string
    readonly viewport: { readonly width: number; readonly height: number }
    /** Whether the browser sends Global Privacy Control. */
    readonly hasGpc: boolean
    /** Whether each profile began with given cookies and storage. @default false */
    readonly hasStorageState?: boolean | undefined
  }
  readonly pages: readonly SeenPage[]
}
