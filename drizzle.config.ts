// How drizzle-kit turns migrations/schema.ts into SQL. wrangler applies what it writes; drizzle never touches a database.
import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "sqlite",
  schema: "./migrations/schema.ts",
  out: "./migrations",
});
