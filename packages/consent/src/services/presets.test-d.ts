import { test } from 'vitest'
import { clarity, lineTag, metaPixel, session, yahooTag, youtube } from '../services.ts'

test('a misspelt fact or option of a preset does not compile', () => {
  const id = '1595596972063765'
  metaPixel({ id, category: 'marketing', facts: { retention: { seconds: 60 } } })
  // @ts-expect-error misspelt fact
  metaPixel({ id, facts: { retntion: { seconds: 60 } } })
  // @ts-expect-error a rule, which no fact replaces
  youtube({ facts: { addresses: ['video.example'] } })
  // @ts-expect-error misspelt option
  clarity({ id: 't7oy6y6059', advertizing: true })
  // @ts-expect-error a type of customer that LINE does not have
  lineTag({ id, customerType: 'lab' })
  // @ts-expect-error misspelt option
  yahooTag({ searchid: '1000135862' })
  // @ts-expect-error missing id
  metaPixel({})
  session({ cookies: ['sid'], facts: { retention: { seconds: 60 } } })
  // @ts-expect-error a sign-in has no category
  session({ cookies: ['sid'], category: 'support' })
})
