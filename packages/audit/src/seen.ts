/**
 * The phases of an audit, in the order of the report. The audit plays each phase in a fresh profile,
 * for each page.
 *
 * - `no-choice`: the visitor scrolls, waits and visits a second page, and gives no answer.
 * - `refuse`: the visitor refuses and reloads the page.
 * - `accept`: the visitor accepts.
 * - `withdraw`: the visitor accepts, withdraws in the same page, waits, clicks, leaves and comes
 *   back.
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

/** What made the browser send a request, as the browser reports it. */
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
  /** `true` for an address that only serves a script. */
  readonly isScript: boolean
}

/** One request of the page, its frames or its workers. */
export interface SeenRequest extends Moment {
  readonly url: string
  readonly method: string
  /** The kind of resource, in Playwright's words: `script`, `image`, `fetch`, `ping`, … */
  readonly resource: string
  readonly initiator: Initiator
  /**
   * The scripts that led to `initiator`, nearest first: the script that inserted it, the script
   * that inserted that one, …. Missing if the page's own markup has `initiator`.
   */
  readonly chain?: readonly Initiator[] | undefined
  /** Missing if the request goes to no known collector. */
  readonly collector?: Collector | undefined
  /** Whether the audit held the request: answered with an empty 204, or refused a WebSocket. */
  readonly isHeld: boolean
  /** The address that the audit itself fetched for a collector's script; missing otherwise. */
  readonly fetched?: string | undefined
  /**
   * The HTTP status of the response; missing if none came. A response of the audit itself counts,
   * too.
   */
  readonly status?: number | undefined
  /** The MIME type of the answer's body. */
  readonly mimeType?: string | undefined
  /** The time until the answer was complete, in milliseconds. */
  readonly duration?: number | undefined
  /** The names of the cookies that the browser sent with the request. */
  readonly cookiesSent?: readonly string[] | undefined
  /** Google's consent state in the request: the parameters `gcs` and `gcd`. */
  readonly gcs?: string | undefined
  readonly gcd?: string | undefined
}

/** One cookie that exists, or that was set and deleted again. */
export interface SeenCookie extends Moment {
  readonly name: string
  /** The browser's form: begins with a dot if the cookie is for sub-domains, too. */
  readonly domain: string
  readonly path: string
  /** How long the cookie lives after it was seen, in seconds; missing for a session cookie. */
  readonly lifetime?: number | undefined
  readonly origin: 'header' | 'script' | 'unknown'
  /** The address whose answer set the cookie, if `origin` is `header`. */
  readonly url?: string | undefined
  /** The address of the script that wrote the cookie, if `origin` is `script` and it is known. */
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
  /** The address of the script that wrote the key, if it is known. */
  readonly script?: string | undefined
}

/** How the visitor can give an answer: the number of clicks, and the size of the control. */
export interface SeenAnswer {
  /** Clicks until the answer is given; 1 if the control is in the banner. */
  readonly steps: number
  /** Size of the control of the last click, in CSS pixels. */
  readonly width: number
  readonly height: number
}

/** The banner that the audit found on a page. */
export interface SeenBanner {
  /** `spaceone`, the name of autoconsent's rule, or `words` for buttons known by their words. */
  readonly found: string
  readonly accept?: SeenAnswer | undefined
  readonly refuse?: SeenAnswer | undefined
  /** The words on the banner's controls, and what each does; `act` is missing if it is unclear. */
  readonly controls?:
    | readonly { readonly words: string; readonly act?: Act | undefined }[]
    | undefined
  /**
   * Whether the banner asked again after the refusal and a reload. Missing if the phase is not
   * `refuse`, or ended before the reload.
   */
  readonly asksAgain?: boolean | undefined
}

/** A picture of the page. */
export interface Screenshot extends Moment {
  /** The control that the audit pressed next; missing if it pressed none on this picture. */
  readonly click?: SeenClick | undefined
  /** A JPEG image in base64. */
  readonly jpeg: string
}

/** A script that the page loaded. */
export interface SeenScript {
  readonly url: string
  /** SHA-256 of the script's text, in hexadecimal. */
  readonly sha256: string
}

/** Everything seen in one phase on one page. */
export interface SeenPhase {
  readonly name: PhaseName
  /** Why the phase could not be played to its end; missing if it could. */
  readonly notPlayed?: NotPlayed | undefined
  /** Details of the reason, such as the browser's error. */
  readonly detail?: string | undefined
  readonly banner?: SeenBanner | undefined
  readonly requests: readonly SeenRequest[]
  /**
   * Every cookie that was seen in the phase, at the moment it was first seen. A cookie that was set
   * again after a later answer is in the list once more, with the moment of that answer.
   */
  readonly cookies: readonly SeenCookie[]
  readonly cookiesLeft: readonly SeenCookie[]
  readonly storage: readonly SeenStorage[]
  readonly storageLeft: readonly SeenStorage[]
  /** The hosts whose requests were held. The audit cannot see what cookies they would have set. */
  readonly heldHosts: readonly string[]
  readonly clicks: readonly SeenClick[]
  /** The scripts of the page's own site that were loaded, each with the hash of its text. */
  readonly scripts: readonly SeenScript[]
  readonly screenshots: readonly Screenshot[]
  /** Start of the phase, ISO 8601; missing if the page was not visited. */
  readonly began?: string | undefined
  /** Duration of the phase, in milliseconds. */
  readonly duration: number
}

/**
 * Why a phase could not be played.
 *
 * - `no-refuse`, `no-accept`: the banner has no control for this answer, on no layer.
 * - `unclear`: two controls seem to accept, so that the audit does not know which one does.
 * - `stays`: the banner was still there after the answer.
 * - `no-effect`: nothing at all changed after the acceptance: no cookie, no key, no request.
 * - `no-control`: a selector of the options (`--accept` and the like) found nothing; `detail` names
 *   the option.
 * - `interrupted`: the audit was ended by a signal.
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
  /** The address after redirects; missing if no server answered. */
  readonly loaded?: string | undefined
  readonly phases: readonly SeenPhase[]
}

/** Everything that an audit has seen. Judging it needs no browser. */
export interface Seen {
  /** The version of this form. The file `seen.schema.json` of the package describes it. */
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
