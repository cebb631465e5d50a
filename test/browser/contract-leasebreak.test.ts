// The adapter contract on the leasebreak twin.
import { describeContract } from "./contract.ts";

describeContract("leasebreak");
