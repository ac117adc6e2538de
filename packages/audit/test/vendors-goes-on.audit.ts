import { testFlaw } from './support/vendor-tests.ts'

testFlaw('goes-on')
