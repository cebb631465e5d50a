// The adapter contract on the renthop twin.
import { describeContract } from "./contract.ts";

describeContract("renthop");
