import { expect, test } from 'vitest'
import { keysOf, withEach } from '../../../../test/support/odd-values.ts'
import { detectBrowser } from './detect-browser.ts'
import { detectPlatform } from './detect-platform.ts'
import type { NavigatorLike } from './navigator-like.ts'

const KEYS = keysOf<NavigatorLike>({
  userAgent: true,
  maxTouchPoints: true,
  userAgentData: true,
  brave: true,
})

test.each(['', ...KEYS])(
  'detectBrowser and detectPlatform return an id for an empty user agent when navigator %s has any value',
  key => {
    withEach(value => {
      const navigator = (key ? { userAgent: '', [key]: value } : value) as NavigatorLike
      expect(detectBrowser(navigator)).toMatch(/^(other|brave)$/)
      expect(detectPlatform(navigator)).toMatch(/^(desktop|android|ios)$/)
    })
  },
)
