import $ from 'jquery-1'
import { useJquery } from '../use-jquery.js'

useJquery($)
