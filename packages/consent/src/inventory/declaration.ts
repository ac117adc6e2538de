import type { CookieConfig, PresetEntry } from './entries.ts'

/** One text per language, by BCP 47 tag: `{ en: 'Chat', ko: '상담' }`. */
export type Texts = Readonly<Record<string, string>>

/**
 * The key of an id in a table of texts. Texts with the same id state the same fact. The key is a
 * private-use tag, so no page is in this "language", and no visitor reads the id.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5646#section-2.2.7
 */
export const TEXTS_ID = 'x-id'

/** A text per language, or a function that loads the texts: `() => import('./chat-purpose.js')`. */
export type Words = Texts | (() => Promise<Texts | { readonly default: Texts }>)

/** Says that a site leaves a fact out on purpose. Visitors read "Not stated". */
export type NotStated = 'not-stated'

/**
 * How a recipient stands to the site: it works on the site's behalf (처리위탁, PIPA 26), gets the data
 * for purposes of its own (제3자 제공, PIPA 17), or collects the data by itself.
 */
export type Relation = 'processor' | 'third-party' | 'collects-itself'

/** The kind of tool that collects. */
export type ToolKind = 'script' | 'pixel' | 'iframe' | 'app-sdk'

/**
 * The legal ground of a transfer abroad (PIPA 28-8): the visitor's consent; a contract, for which
 * the policy discloses the processing; a law or treaty; a certification of the recipient; a country
 * whose protection is recognised as equivalent.
 */
export type Basis = 'consent' | 'contract' | 'law' | 'certified' | 'equivalent'

/** The legal ground, time and way of a transfer to a recipient abroad (PIPA 28-8). */
export interface Transfer<Said = Words> {
  readonly basis: Basis
  readonly when?: Said | undefined
  readonly how?: Said | undefined
}

/** A company that receives what a service collects. */
export interface Recipient<Said = Words> {
  /** Name of the company, such as `Google LLC`. */
  readonly company: string
  /** Country in which the data is kept: ISO 3166-1, two letters. @default not stated */
  readonly country?: string | undefined
  /** Where visitors reach the company: texts, `https:` addresses or `mailto:` addresses. */
  readonly contact?: string | readonly string[] | undefined
  /** Address of the company's privacy policy. */
  readonly policyUrl?: string | undefined
  /** @default not stated */
  readonly relation?: Relation | undefined
  /** Legal ground, time and way of the transfer to a recipient abroad. @default not stated */
  readonly transfer?: Transfer<Said> | undefined
  /** For what this recipient uses the data. @default `purposes.recipient` of the service */
  readonly purpose?: Said | undefined
  /** How long this recipient keeps the data. @default the `retention` of the service */
  readonly retention?: Retention<Said> | NotStated | undefined
  /** Names of the companies that work for this recipient. @default none are named */
  readonly subprocessors?: readonly string[] | undefined
}

/** An item of data that a service collects. */
export interface Item<Said = Words> {
  /** Name of the item in inventories, such as `messages`. This name must not change later. */
  readonly id: string
  /** `{cookies}` is replaced by the names of the service's cookies, if the service has any. */
  readonly words?: Said | undefined
}

/** How long the data is kept: a time of up to ten years, in seconds, or until something happens. */
export type Retention<Said = Words> = (
  | { readonly seconds: number; readonly until?: undefined }
  | { readonly until: Said; readonly seconds?: undefined }
) & {
  /** The time in words, in place of the number of seconds. @default the number in words */
  readonly words?: Said | undefined
  /** What happens to the data when its retention ends. @default not stated */
  readonly afterwards?: Said | undefined
}

/** How a visitor refuses at the recipient itself. */
export interface Refusal<Said = Words> {
  readonly link?: string | undefined
  readonly words?: Said | undefined
  /** What a refusal means. @default in the section `transfers`, that the service does not run */
  readonly effect?: Said | undefined
}

/** A cookie, a key of `localStorage` or `sessionStorage`, or in an inventory a database. */
export interface Stored<Said = Words> {
  /** The exact name, or a prefix that ends in `*`. */
  readonly name: string
  readonly purpose?: Said | undefined
  /** The lifetime in seconds, up to two years. @default not stated */
  readonly seconds?: number | 'session' | 'until-deleted' | undefined
  /** Whether the lifetime begins again at each visit. @default false */
  readonly isRenewed?: boolean | undefined
  /** `third`: of another domain, which the gate can neither block nor delete. @default 'first' */
  readonly party?: 'first' | 'third' | undefined
  /**
   * Who sets the cookie or key. @default the site, on behalf of the first recipient, if any; this
   * recipient if `party` is `third`; the service if `recipients` is `not-stated`
   */
  readonly setBy?: string | undefined
}

/** What a site writes about a service. Visitors read what the SDK draws from the declaration. */
export interface Declaration<Said = Words, Name extends string = string> {
  /** The name of the service, shown to visitors and in warnings. */
  readonly name: Name
  /**
   * The category whose grant starts the service, unless another category lists the service.
   * @default the category that lists the service
   */
  readonly category?: string | undefined
  /** Who receives the data; an empty list if only the site itself does. */
  readonly recipients: Recipient<Said> | readonly Recipient<Said>[] | NotStated
  readonly retention: Retention<Said> | NotStated
  /** @default not stated */
  readonly collects?: readonly Item<Said>[] | undefined
  /** @default not stated */
  readonly toolKind?: ToolKind | undefined
  /** Whether the data identifies a person. @default not stated */
  readonly identifies?: boolean | undefined
  /** The purposes for which the site and the recipient use the data. @default not stated */
  readonly purposes?:
    | { readonly site?: Said | undefined; readonly recipient?: Said | undefined }
    | undefined
  /** @default not stated */
  readonly refusal?: Refusal<Said> | undefined
  /**
   * The addresses of the service: `host`, or `host/path` for the path and all paths below. With
   * `*.` before the host, its sub-domains match too. A whole URL, or a path from `/`, matches its
   * own address and all addresses below. `*?name=value` matches the parameter on any host; a value
   * that ends in `*` matches each value with this beginning. Hosts are compared whole and paths by
   * segments, never as substrings.
   */
  readonly addresses: readonly string[]
  /**
   * The cookies that the service sets: exact names, prefixes that end in `*`, or rows. For a name
   * or prefix, purpose and lifetime are "Not stated", unless the SDK knows the service.
   */
  readonly cookies: readonly (string | Stored<Said>)[]
  /** Keys of `localStorage` and `sessionStorage`, in the form of `cookies`. @default none */
  readonly storage?: readonly (string | Stored<Said>)[] | undefined
  /** Names of IndexedDB databases, which only the npm package deletes. @default none */
  readonly databases?: readonly string[] | undefined
  /** Why the service is strictly necessary: no visitor is asked. @default it is optional */
  readonly necessary?: Said | undefined
  /**
   * Whether the service collects behavioural information (행태정보). `false` keeps the service out of
   * the section `behavioural`. @default `true` for an optional service
   */
  readonly isBehavioural?: boolean | undefined
}

/** The properties of `Facts`, of which each may be missing. */
type Optional<Facts> = { readonly [Name in keyof Facts]?: Facts[Name] | undefined }

/**
 * The facts that a site replaces in our entry for a service of Google, or for a preset. These facts
 * change what visitors read, and never what the gate blocks.
 */
export interface StatedFacts<Said = Words>
  extends Optional<
    Omit<
      Declaration<Said>,
      'name' | 'category' | 'addresses' | 'cookies' | 'storage' | 'databases' | 'necessary'
    >
  > {
  /** Rows in place of ours, for cookies of the service. @default the lifetimes that we know */
  readonly cookies?: readonly Stored<Said>[] | undefined
}

/** What the SDK reads of any service, also of a known one: only `name` must be there. */
export interface Declared<Said = Words> extends Optional<Declaration<Said>> {
  readonly name: string
  /** What the site has written in `facts` for a service of Google or a preset. */
  readonly facts?: StatedFacts<Said> | undefined
  /** Loads what we know of the service, if it is a preset. */
  readonly entry?: PresetEntry | undefined
  /** With the script tag, the preset's name. Without an `entry`, the preset's file is missing. */
  readonly preset?: string | undefined
  /** The parameters for cookies in the option `config` of `googleAnalytics`, see `lifetimeOf`. */
  readonly config?: CookieConfig | undefined
}
