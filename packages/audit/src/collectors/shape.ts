import type { Collector } from '../seen.ts'

/** A shape of addresses on any host: a path, and parameters that an address must have. */
export interface Shape {
  readonly name: string
  readonly company: string
  readonly path: RegExp
  readonly parameters: Readonly<Record<string, RegExp>>
  /** The kinds of resources that have this shape, such as `script`. @default every kind */
  readonly resources?: readonly string[]
  readonly isScript?: boolean
}

/** Says whether an address, requested as a kind of resource, has a shape. */
const hasShape = (
  { path, parameters, resources }: Shape,
  { pathname, searchParams }: URL,
  resource: string | undefined,
): boolean =>
  path.test(pathname) &&
  (!resources || resources.includes(resource ?? '')) &&
  Object.entries(parameters).every(([name, value]) => value.test(searchParams.get(name) ?? ''))

/** Returns the collector of the first shape that an address has; `undefined` if it has none. */
export const collectorByShape = (
  shapes: readonly Shape[],
  url: URL,
  resource: string | undefined,
): Collector | undefined => {
  const found = shapes.find(shape => hasShape(shape, url, resource))
  if (!found) return undefined
  const { name, company, isScript = false } = found
  return { name, company, by: 'shape', isScript }
}
