import { followAnnouncements } from "./announcements.js";
import { startChat } from "./chat.js";
import { startMarket } from "./market.js";
import { startPrivate } from "./private.js";

followAnnouncements();
startChat();
startMarket();
startPrivate();
