import { testGood } from './support/vendor-tests.ts'

testGood('ja')
