// @vitest-environment happy-dom

import { expect, test, vi } from 'vitest'
import { warn } from '../../options/warn.ts'
import { nameMistakes } from './name-mistakes.ts'
import type { TagViewOptions } from './start-tag-view.ts'

vi.mock('../../options/warn.ts', () => ({ warn: vi.fn() }))

test.each<[TagViewOptions, unknown[][]]>([
  [{ gtm: 'GTM-TEST123' }, [['not-declared']]],
  [{ gtm: 'GTM-TEST123', ga: 'G-TEST123' }, []],
  [{ gtm: 'GTM-TEST123', configuration: { services: [{}] } }, []],
  [{ ga: 'G-TEST123' }, []],
])('the tag warns of Tag Manager as the only service of the page: %j', (options, warnings) => {
  vi.mocked(warn).mockClear()
  nameMistakes(options)
  expect(vi.mocked(warn).mock.calls).toEqual(warnings)
})
