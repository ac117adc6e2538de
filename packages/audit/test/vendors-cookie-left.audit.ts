import { testFlaw } from './support/vendor-tests.ts'

testFlaw('cookie-left')
