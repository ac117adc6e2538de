import type { Inventory } from '@spaceone/consent/inventory'
import type { SumRow } from '../log/sums.ts'
import { type Figures, groupsBy } from './figures.ts'
import type { Context } from './page.ts'

/** A version of the policy under which visitors have decided. */
export interface Version {
  readonly version: string
  readonly figures: Figures
  /** When its days ended: the first decision under the next version. @default they go on */
  readonly end: number
  /** The inventories of the version, in the order of their files. */
  readonly inventories: readonly Inventory[]
  /** The last inventory of the version before. */
  readonly earlier?: Inventory | undefined
}

/** Returns the versions of the policy in the order of their first decisions. */
export const versionsOf = async ({
  log,
  inventories,
}: Pick<Context, 'log' | 'inventories'>): Promise<readonly Version[]> => {
  const rows: readonly SumRow[] = await log.sums({ by: ['version'] })
  const groups = [...groupsBy(rows, 'version')].sort(
    ([, one], [, other]) => one.first - other.first,
  )
  const inventoriesOf = (version: string) =>
    inventories.filter(({ policy }) => policy.version === version)
  return groups.map(([version, figures], index) => ({
    ...{ version, figures, inventories: inventoriesOf(version) },
    end: groups[index + 1]?.[1].first ?? Number.POSITIVE_INFINITY,
    earlier: groups
      .slice(0, index)
      .flatMap(([name]) => inventoriesOf(name))
      .at(-1),
  }))
}
