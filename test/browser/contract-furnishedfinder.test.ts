// The adapter contract on the furnishedfinder twin.
import { describeContract } from "./contract.ts";

describeContract("furnishedfinder");
