package org.dailybriefing;

import org.dailybriefing.cli.CommandLineDoor;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The program: {@code serve} by default, or one of the verbs of the command line. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DailyBriefing {

    public static void main(String[] args) {
        int code = CommandLineDoor.run(DailyBriefing.class, args);
        if (code != CommandLineDoor.SERVING) {
            System.exit(code);
        }
    }
}
