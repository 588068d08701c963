package pl.otwartagmina.persistence;

import org.eclipse.persistence.logging.AbstractSessionLog;
import org.eclipse.persistence.logging.SessionLog;
import org.eclipse.persistence.logging.SessionLogEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** EclipseLink's log, under {@code org.eclipse.persistence.<category>}. */
public final class Slf4jSessionLog extends AbstractSessionLog {
    @Override
    public void log(SessionLogEntry entry) {
        Logger log = logger(entry.getNameSpace());
        if (entry.hasException()) {
            // Its exceptions reach the caller too: the log of this place is for whoever searches here.
            log.debug(String.valueOf(entry.getMessage()), entry.getException());
        } else if (entry.getLevel() >= SessionLog.SEVERE) {
            log.error(formatMessage(entry));
        } else if (entry.getLevel() == SessionLog.WARNING) {
            log.warn(formatMessage(entry));
        } else {
            log.debug(formatMessage(entry));
        }
    }

    @Override
    public boolean shouldLog(int level, String category) {
        return level >= SessionLog.WARNING || logger(category).isDebugEnabled();
    }

    private static Logger logger(String category) {
        return LoggerFactory.getLogger("org.eclipse.persistence." + (category == null ? "session" : category));
    }
}
