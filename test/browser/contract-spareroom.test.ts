// The adapter contract on the spareroom twin.
import { describeContract } from "./contract.ts";

describeContract("spareroom");
