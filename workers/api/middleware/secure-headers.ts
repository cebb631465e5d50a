// Headers of every answer of the API. An answer is data: it may load nothing and be framed by nobody.
// The web app's own pages come from the asset server, with the policy in web/public/_headers.
import { secureHeaders as hono } from "hono/secure-headers";

export const secureHeaders = hono({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
  },
  xFrameOptions: "DENY",
  permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
});
