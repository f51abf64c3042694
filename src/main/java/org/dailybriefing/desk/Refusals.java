package org.dailybriefing.desk;

import org.dailybriefing.base.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Shows an editor a refusal as the sentence that it is. */
@ControllerAdvice(basePackageClasses = Refusals.class)
final class Refusals {

    @ExceptionHandler(Refusal.class)
    ModelAndView show(Refusal refusal) {
        var page = new ModelAndView("error", HttpStatus.CONFLICT);
        page.addObject("status", HttpStatus.CONFLICT.value());
        page.addObject("error", HttpStatus.CONFLICT.getReasonPhrase());
        page.addObject("sentence", refusal.getMessage());
        return page;
    }
}
