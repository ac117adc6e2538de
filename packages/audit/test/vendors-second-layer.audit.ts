import { testFlaw } from './support/vendor-tests.ts'

testFlaw('second-layer')
