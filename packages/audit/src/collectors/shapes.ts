import type { Collector } from '../seen.ts'

/** A shape of addresses on any host: a path, and parameters that an address must have. */
interface Shape {
  readonly name: string
  readonly path: RegExp
  readonly parameters: Readonly<Record<string, RegExp>>
  readonly isScript?: boolean
}

const ANALYTICS = 'Google Analytics'
const MANAGER = 'Google Tag Manager'
const ADS = 'Google Ads'

/**
 * The shapes of Google's addresses. A site that sends to a server of its own
 * (`server_container_url`) keeps the paths and parameters, so no list of hosts knows these
 * requests.
 *
 * @see https://developers.google.com/tag-platform/tag-manager/server-side/send-data
 * @see https://developers.google.com/tag-platform/tag-manager/server-side/dependency-serving
 */
const SHAPES: readonly Shape[] = [
  { name: ANALYTICS, path: /\/g\/(s\/)?collect$/, parameters: { v: /^2$/, tid: /^[A-Z]+-\w+$/ } },
  {
    name: ANALYTICS,
    path: /\/([jr]\/)?collect$/,
    parameters: { v: /^\d$/, tid: /^(UA-\d+-\d+|G-\w+)$/ },
  },
  { name: ADS, path: /\/ccm\/(s\/)?(collect|conversion)(\/|$)/, parameters: {} },
  {
    name: ADS,
    path: /\/pagead\/(1p-|viewthrough)?(conversion|user-list|form-data|regclk|landing)(\/|$)/,
    parameters: {},
  },
  { name: MANAGER, path: /\/gtm\.js$/, parameters: { id: /^GTM-\w+$/ }, isScript: true },
  { name: MANAGER, path: /\/ns\.html$/, parameters: { id: /^GTM-\w+$/ } },
  {
    name: ANALYTICS,
    path: /\/gtag\/(js|destination)$/,
    parameters: { id: /^(G|GT|UA)-[\w-]+$/ },
    isScript: true,
  },
  { name: ADS, path: /\/gtag\/(js|destination)$/, parameters: { id: /^\w+-/ }, isScript: true },
]

/** Returns the collector of an address whose path and parameters have the shape of Google's. */
export const collectorByShape = ({ pathname, searchParams }: URL): Collector | undefined => {
  const found = SHAPES.find(
    ({ path, parameters }) =>
      path.test(pathname) &&
      Object.entries(parameters).every(([name, value]) => value.test(searchParams.get(name) ?? '')),
  )
  return (
    found && {
      name: found.name,
      company: 'Google LLC',
      by: 'shape',
      isScript: found.isScript === true,
    }
  )
}
