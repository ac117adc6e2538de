/** All settings of an operator. */
export interface Config {
  readonly host: string
  readonly port: number
  /**
   * The public origin of the server. Requests for another host are rejected, except those to
   * `/health`, and to `/metrics` if the operator adds this route; with `undefined` every host is
   * accepted.
   */
  readonly publicOrigin: string | undefined
  /** Path of an SQLite file, or a connection string of PostgreSQL. */
  readonly database: string
  /** The other origins whose pages may send events, besides the server's own origin. */
  readonly allowedOrigins: readonly string[]
  /** The bearer token for `/export` and `/receipts`. Without it, both refuse every request. */
  readonly exportToken: string | undefined
  /** How long an event is stored after its record has expired. */
  readonly retention: Retention
  /** The largest number of requests of one network address in a minute. */
  readonly rateLimit: number
  /** The proxies whose `X-Forwarded-*` headers the server trusts. */
  readonly trustProxy: readonly string[]
  /** Path of a file with notice texts. */
  readonly notices: string | undefined
  readonly cookie: { readonly name: string; readonly domain: string | undefined }
  /**
   * The cookies that `POST /cookie` deletes while they are not granted: their categories, or their
   * services as `category/name`, by name.
   */
  readonly serverCookies: ReadonlyMap<string, string>
  /** The token with which officers sign in to the screen. Without it there is no screen. */
  readonly screenToken: string | undefined
  /** The bearer token for `POST /audits`. Without it the server accepts no audits. */
  readonly auditToken: string | undefined
  /** Path of a folder with the public keys whose audits are accepted, `<name>.pem` each. */
  readonly auditKeys: string | undefined
  /** Path of a file or a folder with inventories, as `spaceone-consent inventory` writes them. */
  readonly inventories: string | undefined
}

/** How long an event is stored after its record has expired, in days. */
export interface Retention {
  readonly days: number
  /** Other numbers of days, by the version of the policy in the record. */
  readonly byVersion: ReadonlyMap<string, number>
}

/** The error for an invalid configuration. The message has a line for each invalid variable. */
export class ConfigError extends Error {}

interface Variable {
  readonly default: string
  readonly form: RegExp
  /** The expected form, in the words that follow "must be" in the message. */
  readonly says: string
}

const TOKEN = /^([!-~]{32,})?$/
const TOKEN_SAYS = 'at least 32 characters, no spaces'

/**
 * Every variable: its default, its valid form, and the expected form in words. An empty variable
 * counts as not set.
 */
const VARIABLES = {
  HOST: { default: '127.0.0.1', form: /^\S+$/, says: 'an address or a host name' },
  PORT: { default: '4323', form: /^\d{1,5}$/, says: 'a number up to 65535' },
  PUBLIC_ORIGIN: {
    default: '',
    form: /^(https?:\/\/[\w.:[\]-]+)?$/,
    says: 'one origin, such as https://www.example.com, without a path',
  },
  DATABASE: {
    default: 'data/receipts.db',
    form: /^(?!\w+:\/\/)|^postgres(ql)?:\/\//,
    says: 'a path of a file, or an address that begins with postgres://',
  },
  ALLOWED_ORIGINS: {
    default: '',
    form: /^(https?:\/\/[\w.:[\]-]+(,\s*|$))*$/,
    says: 'origins with commas between them, such as https://www.example.com, without a path',
  },
  EXPORT_TOKEN: { default: '', form: TOKEN, says: TOKEN_SAYS },
  RETENTION_DAYS: {
    default: '365',
    form: /^\d{1,4}(, *[^,=]{1,64}=\d{1,4})*$/,
    says: 'a number of days, up to 9999, and other numbers for some versions of the policy, such as 365, 2024-01-18=1095',
  },
  RATE_LIMIT: { default: '120', form: /^[1-9]\d{0,8}$/, says: 'a number of requests, at least 1' },
  TRUST_PROXY: {
    default: '',
    form: /^((loopback|linklocal|uniquelocal|[\da-f.:/]+)(,\s*|$))*$/i,
    says: 'addresses of proxies with commas between them, such as loopback or 10.0.0.0/8',
  },
  NOTICES: { default: '', form: /^/, says: 'a path of a file' },
  COOKIE_NAME: {
    default: 'spaceone_consent',
    form: /^[\w.-]{1,64}$/,
    says: 'what the page calls its consent cookie',
  },
  COOKIE_DOMAIN: {
    default: '',
    form: /^(\.?[a-z\d-]+(\.[a-z\d-]+)*)?$/i,
    says: 'the domain that the page sets its consent cookie for',
  },
  SERVER_COOKIES: {
    default: 'FPID=analytics/Google Analytics, FPLC=analytics/Google Analytics',
    // A category `necessary` is in no record, so its cookies would be deleted always.
    form: /^([^\s=,;]+=(?!necessary(?![\w-]))[a-z][\w-]{0,39}(\/[^=,;]{1,64})?(, *|$))+$/i,
    says: 'names of cookies with the optional categories or services that they belong to, such as FPID=analytics/Google Analytics, visitor=marketing',
  },
  SCREEN_TOKEN: { default: '', form: TOKEN, says: TOKEN_SAYS },
  AUDIT_TOKEN: { default: '', form: TOKEN, says: TOKEN_SAYS },
  AUDIT_KEYS: { default: '', form: /^/, says: 'a path of a folder' },
  INVENTORIES: { default: '', form: /^/, says: 'a path of a file or a folder' },
} satisfies Record<string, Variable>

type Name = keyof typeof VARIABLES

/**
 * Reads the configuration from environment variables.
 *
 * @throws ConfigError
 */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): Config => {
  const value = (name: Name) => environment[name]?.trim() || VARIABLES[name].default
  const faults = Object.entries(VARIABLES)
    .filter(([name, { form }]) => !form.test(value(name as Name)))
    .map(([name, { says }]) => `${name} must be ${says}.`)
  if (Number(value('PORT')) > 65_535) faults.push(`PORT must be ${VARIABLES.PORT.says}.`)
  if (value('PUBLIC_ORIGIN') && !URL.canParse(value('PUBLIC_ORIGIN')))
    faults.push(`PUBLIC_ORIGIN must be ${VARIABLES.PUBLIC_ORIGIN.says}.`)
  if (value('COOKIE_NAME').startsWith('__Host-') && value('COOKIE_DOMAIN'))
    faults.push('COOKIE_DOMAIN must not be set with a COOKIE_NAME that starts with __Host-.')
  if (faults.length > 0) throw new ConfigError(faults.join('\n'))

  const optional = (name: Name) => value(name) || undefined
  return {
    host: value('HOST'),
    port: Number(value('PORT')),
    publicOrigin: optional('PUBLIC_ORIGIN'),
    database: value('DATABASE'),
    allowedOrigins: list(value('ALLOWED_ORIGINS')),
    exportToken: optional('EXPORT_TOKEN'),
    retention: retentionIn(value('RETENTION_DAYS')),
    rateLimit: Number(value('RATE_LIMIT')),
    trustProxy: list(value('TRUST_PROXY')),
    notices: optional('NOTICES'),
    cookie: { name: value('COOKIE_NAME'), domain: optional('COOKIE_DOMAIN') },
    serverCookies: pairs(list(value('SERVER_COOKIES'))),
    screenToken: optional('SCREEN_TOKEN'),
    auditToken: optional('AUDIT_TOKEN'),
    auditKeys: optional('AUDIT_KEYS'),
    inventories: optional('INVENTORIES'),
  }
}

const retentionIn = (text: string): Retention => {
  const [days, ...versions] = list(text)
  const byVersion = [...pairs(versions)].map(([name, value]) => [name, Number(value)] as const)
  return { days: Number(days), byVersion: new Map(byVersion) }
}

const pairs = (texts: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    texts.map(text => {
      const at = text.lastIndexOf('=')
      return [text.slice(0, at).trim(), text.slice(at + 1)]
    }),
  )

const list = (text: string) => text.split(/,\s*/).filter(Boolean)
