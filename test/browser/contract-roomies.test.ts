// The adapter contract on the roomies twin.
import { describeContract } from "./contract.ts";

describeContract("roomies");
