/** A shape of addresses on any host: a path, and parameters that an address must have. */
export interface Shape {
  readonly name: string
  readonly company: string
  readonly path: RegExp
  readonly parameters: Readonly<Record<string, RegExp>>
  /** The kinds of resources that the shape counts for, such as `script`. @default every kind */
  readonly resources?: readonly string[]
  readonly isScript?: boolean
}

const MATOMO = { name: 'Matomo', company: 'InnoCraft Ltd' }
const ADOBE = { name: 'Adobe Analytics', company: 'Adobe Inc.' }

/** The kinds of requests whose body carries Matomo's data, so that they need no parameters. */
const BODIES = ['ping', 'fetch', 'xhr']

/** The shapes of requests to collectors that sites have on a host of their own. */
export const OWN_HOST_SHAPES: readonly Shape[] = [
  {
    // https://developer.matomo.org/api-reference/tracking-api
    ...{ ...MATOMO, path: /\/(matomo|piwik)\.php$/ },
    parameters: { idsite: /./, rec: /^1$/ },
  },
  // https://developer.matomo.org/guides/tracking-javascript-guide
  { ...MATOMO, path: /\/(matomo|piwik)\.php$/, parameters: {}, resources: BODIES },
  {
    // https://experienceleague.adobe.com/en/docs/analytics/implementation/validate/query-parameters
    ...{ ...ADOBE, path: /^\/b\/ss\/[\w,.-]+\/\d+(\.\d+)?\// },
    parameters: {},
  },
  {
    // https://github.com/adobe/alloy/blob/982cea29633133e6dc168f286f20c82c08433d38/src/utils/request/createBuildEndpointUrl.js
    ...{ ...ADOBE, path: /^\/ee\/([\w-]+\/)*v\d\/(interact|collect)$/ },
    parameters: { configId: /./ },
  },
]

/**
 * The shapes of collectors' scripts that a site can serve itself. Loading such a script contacts no
 * collector, and a site may load it before a choice (Matomo's `requireConsent`). What the script
 * stores is the collector's, though.
 *
 * @see https://developer.matomo.org/guides/tracking-consent
 */
export const FILE_SHAPES: readonly Shape[] = [
  { ...MATOMO, path: /\/(matomo|piwik)(\.min)?\.js$/, parameters: {}, isScript: true },
  { ...ADOBE, path: /\/AppMeasurement(\.min)?\.js$/, parameters: {}, isScript: true },
]
